import { KafkaJSConnectionError, KafkaJSNonRetriableError, KafkaJSNumberOfRetriesExceeded } from 'kafkajs';
import { mayHeal } from './kafka.js';

describe('a consumer that the client gave up', () => {
  const away = new KafkaJSConnectionError('refused', { broker: 'b', code: 'ECONNREFUSED' });
  const wrong = new KafkaJSNonRetriableError('SASL authentication failed');

  it('may heal when the broker was away', () => {
    expect(mayHeal(away)).toBe(true);
    expect(mayHeal(new KafkaJSNumberOfRetriesExceeded(away, { retryCount: 5, retryTime: 1 }))).toBe(true);
  });

  it('cannot heal when it was refused for good, or met a bug', () => {
    expect(mayHeal(wrong)).toBe(false);
    expect(mayHeal(new Error('wrapped', { cause: wrong }))).toBe(false);
    expect(mayHeal(new TypeError('undefined is not a function'))).toBe(false);
  });
});

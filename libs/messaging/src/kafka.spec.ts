import { mayHeal } from './kafka.js';

/** Shaped like the client's own errors: name, whether it calls them retriable, and what lies beneath. */
const clientError = (name: string, retriable: boolean, cause?: Error): Error =>
  Object.assign(new Error(name, { cause }), { name, retriable });

describe('a consumer that the client gave up', () => {
  const away = clientError('KafkaJSConnectionError', true);
  const wrong = clientError('KafkaJSSASLAuthenticationError', false);

  it('may heal when the broker was away', () => {
    expect(mayHeal(away)).toBe(true);
    expect(mayHeal(clientError('KafkaJSNumberOfRetriesExceeded', false, away))).toBe(true);
    expect(mayHeal(new Error('wrapped', { cause: away }))).toBe(true);
  });

  it('cannot heal when it was refused for good, or met a bug', () => {
    expect(mayHeal(wrong)).toBe(false);
    expect(mayHeal(new Error('wrapped', { cause: wrong }))).toBe(false);
    expect(mayHeal(new TypeError('undefined is not a function'))).toBe(false);
  });
});

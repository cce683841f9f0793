import { absoluteEnd, endsAt, hasEnded } from './session.js';

const nine = new Date('2025-11-03T09:00:00Z');
const at = (minutes: number) => new Date(nine.getTime() + minutes * 60_000);

describe('a session', () => {
  it('lives while the person works', () => {
    expect(hasEnded({ createdAt: nine, lastSeenAt: at(30) }, at(49))).toBe(false);
  });

  it('ends at the very instant of twenty idle minutes', () => {
    expect(hasEnded({ createdAt: nine, lastSeenAt: at(30) }, at(50))).toBe(true);
  });

  it('ends after twelve hours however busy the person is', () => {
    const busy = { createdAt: nine, lastSeenAt: at(719) };
    expect(endsAt(busy)).toEqual(absoluteEnd(busy));
    expect(hasEnded(busy, at(719))).toBe(false);
    expect(hasEnded(busy, at(720))).toBe(true);
  });
});

import { randomBytes } from 'node:crypto';
import { SealedBox } from './sealed-box.js';

describe('a sealed box', () => {
  const key = randomBytes(32);
  const box = new SealedBox(key, 'session');

  it('gives back what was put in', () => {
    expect(box.open(box.seal({ a: 1 }, 'here'), 'here')).toEqual({ a: 1 });
  });

  it('shows nothing of its content', () => {
    expect(box.seal({ secret: 'canary' }, 'here').includes('canary')).toBe(false);
  });

  it('does not open for another session', () => {
    expect(box.open(box.seal({ a: 1 }, 'here'), 'there')).toBeUndefined();
  });

  it('does not open under another purpose or another key', () => {
    const sealed = box.seal({ a: 1 }, 'here');
    expect(new SealedBox(key, 'sign-in').open(sealed, 'here')).toBeUndefined();
    expect(new SealedBox(randomBytes(32), 'session').open(sealed, 'here')).toBeUndefined();
  });

  it('does not open when any byte was changed', () => {
    const sealed = box.seal({ a: 1 }, 'here');
    for (let index = 0; index < sealed.length; index++) {
      const changed = Buffer.from(sealed);
      changed[index]! ^= 1;
      expect(box.open(changed, 'here')).toBeUndefined();
    }
    expect(box.open(Buffer.alloc(0), 'here')).toBeUndefined();
  });
});

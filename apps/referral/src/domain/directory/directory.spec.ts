import { replace } from './directory.js';

const standing = { name: 'Rumah aman', capacity: { status: 'capacity', available: 2 }, version: 3 };
const same = { capacity: { available: 2, status: 'capacity' }, name: 'Rumah aman' };
const full = { name: 'Rumah aman', capacity: { status: 'no-capacity', available: 0 } };

describe('a record that is put into the directory', () => {
  it('begins at version 1', () => {
    expect(replace(undefined, same, undefined)).toEqual({ ok: true, value: { ...same, version: 1 } });
  });

  it('changes nothing when it is the same again, in whatever order it was written', () => {
    expect(replace(standing, same, undefined)).toEqual({ ok: true, value: standing });
    expect(replace(standing, same, 3)).toEqual({ ok: true, value: standing });
  });

  it('replaces the version that was seen, and no other', () => {
    expect(replace(standing, full, 3)).toEqual({ ok: true, value: { ...full, version: 4 } });
    expect(replace(standing, full, 2)).toMatchObject({ reason: 'stale-version' });
    expect(replace(standing, full, undefined)).toMatchObject({ reason: 'precondition-required' });
    expect(replace(undefined, full, 1)).toMatchObject({ reason: 'stale-version' });
  });
});

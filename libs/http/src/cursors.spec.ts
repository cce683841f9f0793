import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { Cursors, pageQuery } from './cursors.js';
import { Problem } from './problem.js';

const cursors = new Cursors(randomBytes(32));

describe('a cursor', () => {
  it('leads back to the position it was made for', () => {
    const position = { openedAt: '2026-03-07T20:00:00.000Z', id: 'a' };
    const filters = { status: 'open', box: 'inbox' };
    expect(cursors.decode(cursors.encode(position, filters), filters)).toEqual(position);
  });

  it('is absent on the first page', () => {
    expect(cursors.decode(undefined, {})).toBeUndefined();
  });

  it('does not depend on the order of filters, on absent ones, on the page size, or on itself', () => {
    const cursor = cursors.encode({ n: 1 }, { a: 1, b: 2, limit: 5 });
    expect(cursors.decode(cursor, { cursor, b: 2, c: undefined, limit: 50, a: 1 })).toEqual({ n: 1 });
  });

  it('does not work for other filters or under another secret', () => {
    const cursor = cursors.encode({ n: 1 }, { a: 1 });
    for (const filters of [{}, { a: 2 }, { a: '1' }, { b: 1 }, { a: 1, b: 1 }])
      expect(() => cursors.decode(cursor, filters)).toThrow(Problem);
    expect(() => new Cursors(randomBytes(32)).decode(cursor, { a: 1 })).toThrow(Problem);
  });
});

describe('a page', () => {
  const place = (last: { n: number }) => ({ after: last.n });

  it('leads on from its last item while there is more', () => {
    const { items, next } = cursors.page([{ n: 1 }, { n: 2 }], true, place, { a: 1 });
    expect(items).toHaveLength(2);
    expect(cursors.decode(next, { a: 1 })).toEqual({ after: 2 });
  });

  it('leads nowhere at the end, and where nothing is', () => {
    expect(cursors.page([{ n: 1 }], false, place, {})).toEqual({ items: [{ n: 1 }] });
    expect(cursors.page<{ n: number }>([], true, place, {})).toEqual({ items: [] });
  });
});

describe('the query of a page', () => {
  const Query = pageQuery({ status: z.enum(['open']).optional() });

  it('has a limit of 25 unless another is asked for, up to 100', () => {
    expect(Query.parse({})).toEqual({ limit: 25 });
    expect(Query.parse({ limit: '100', status: 'open' })).toEqual({ limit: 100, status: 'open' });
  });

  it.each([
    { limit: '0' },
    { limit: '101' },
    { limit: '' },
    { limit: '1.5' },
    { limit: ['1', '2'] },
    { offset: '5' },
    { cursor: 'x'.repeat(1_001) },
  ])('refuses %j', (query) => {
    expect(Query.safeParse(query).success).toBe(false);
  });
});

import { createHmac, timingSafeEqual } from 'node:crypto';
import { z, type ZodRawShape } from 'zod';
import { invalid } from './problem.js';

const page = {
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(1_000).optional(),
};

/** The query of a list: `limit` 1..100 (25), `cursor`, and the filters of this list. */
export const pageQuery = <Shape extends ZodRawShape>(filters: Shape) =>
  z.strictObject({ ...page, ...filters });

/** A page of a list; `next` is absent on the last one. There is no total: it would tell what others hold. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

/**
 * Signed cursors. A cursor says where the next page begins and for which filters it was made, so that it cannot be
 * turned to another list.
 */
export class Cursors {
  constructor(private readonly secret: Buffer) {}

  /** @param filters everything else in the query; `limit` and `cursor` do not count. */
  encode(position: object, filters: object): string {
    const text = Buffer.from(JSON.stringify(position)).toString('base64url');
    return `${text}.${this.sign(text, filters).toString('base64url')}`;
  }

  /**
   * The position, or undefined where there is no cursor.
   *
   * @throws Problem 400 when it was altered, cut or made for other filters.
   */
  decode<Position extends object>(cursor: string | undefined, filters: object): Position | undefined {
    if (cursor === undefined) return undefined;
    const [text, signature, ...rest] = cursor.split('.');
    if (text === undefined || signature === undefined || rest.length > 0) throw badCursor();
    const given = Buffer.from(signature, 'base64url');
    const expected = this.sign(text, filters);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw badCursor();
    return JSON.parse(Buffer.from(text, 'base64url').toString()) as Position;
  }

  /**
   * A page out of what was read to one beyond its limit.
   *
   * @param isMore whether anything was read beyond `items`.
   * @param positionOf where the next page begins, from the last item of this one.
   */
  page<Item>(
    items: readonly Item[],
    isMore: boolean,
    positionOf: (last: Item) => object,
    filters: object,
  ): Page<Item> {
    const last = items.at(-1);
    return isMore && last !== undefined ? { items, next: this.encode(positionOf(last), filters) } : { items };
  }

  private sign(text: string, filters: object): Buffer {
    const bound = Object.entries(filters)
      .filter(([name, value]) => value !== undefined && name !== 'limit' && name !== 'cursor')
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return createHmac('sha256', this.secret)
      .update(JSON.stringify([text, bound]))
      .digest();
  }
}

/** For code outside Nest. */
export const cursorCodec = (secret: Buffer): Cursors => new Cursors(secret);

const badCursor = () => invalid([{ in: 'query', pointer: '/cursor', code: 'invalid-cursor' }]);

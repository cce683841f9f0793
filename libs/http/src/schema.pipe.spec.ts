import type { ArgumentMetadata } from '@nestjs/common';
import { z } from 'zod';
import { InvalidRequest } from './problem.js';
import { SchemaPipe } from './schema.pipe.js';

const Word = z.strictObject({
  note: z.string().max(20),
  children: z.array(z.strictObject({ name: z.string().max(20) })).optional(),
});

const errorsOf = async (body: unknown, type: ArgumentMetadata['type'] = 'body'): Promise<unknown> => {
  try {
    return await new SchemaPipe().transform(body, { type, schema: Word });
  } catch (error) {
    if (error instanceof InvalidRequest) return error.errors;
    throw error;
  }
};

describe('text at the edge', () => {
  it.each([
    ['NUL', 'a\u0000b'],
    ['an escape', '\u001b[2J'],
    ['DEL', 'a\u007f'],
    ['a C1 control', 'a\u0085b'],
    ['half a character', 'a\ud83d'],
  ])('is refused with %s in it, and nothing of it is repeated', async (_, note) => {
    expect(await errorsOf({ note })).toEqual([{ in: 'body', pointer: '/note', code: 'invalid-format' }]);
    expect(await errorsOf({ note }, 'query')).toEqual([
      { in: 'query', pointer: '/note', code: 'invalid-format' },
    ]);
  });

  it('is looked at however deep it stands', async () => {
    const children = [{ name: 'Kenari' }, { name: 'Ken\u0000ari' }];
    expect(await errorsOf({ note: 'x', children })).toEqual([
      { in: 'body', pointer: '/children/1/name', code: 'invalid-format' },
    ]);
  });

  it.each([
    ['lines and tabs', 'satu\r\ndua\n\ttiga'],
    ['other scripts', 'Khatulistiwa, 坤甸'],
    ['joined signs', '👩‍👧 ok'],
  ])('is taken with %s', async (_, note) => {
    expect(await errorsOf({ note })).toEqual({ note });
  });
});

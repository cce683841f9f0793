import fc from 'fast-check';
import { parseJsonBody } from './json-body.js';
import { InvalidRequest } from './problem.js';

const parse = (text: string) => parseJsonBody(Buffer.from(text));

const codeOf = (text: string): unknown => {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof InvalidRequest) return error.errors[0]?.code;
    throw error;
  }
  return 'accepted';
};

describe('a JSON body', () => {
  it('is read like JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.nat(4), (value, space) => {
        fc.pre(!/"(?:__proto__|constructor|prototype)":/.test(JSON.stringify(value)));
        expect(parse(JSON.stringify(value, null, space))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('is either read or refused, whatever it is', () => {
    const tokens = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"',
      '\\',
      'a',
      '1',
      '-',
      'e',
      'true',
      ' ',
      '\n',
      'é',
    );
    fc.assert(
      fc.property(fc.array(tokens, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const code = codeOf(text);
        if (code === 'accepted' && text !== '') expect(parse(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each([
    ['{"a":1,"a":2}', 'duplicate-key'],
    ['{"a":1,"\\u0061":2}', 'duplicate-key'],
    ['[{"a":{"b":1,"b" : 2}}]', 'duplicate-key'],
    ['{"__proto__":1}', 'forbidden-key'],
    ['{"\\u005f_proto__":1}', 'forbidden-key'],
    ['{"a":[{"constructor":1}]}', 'forbidden-key'],
    ['{"prototype":1}', 'forbidden-key'],
    ['['.repeat(33) + ']'.repeat(33), 'too-deep'],
    ['{"a":'.repeat(33) + '1' + '}'.repeat(33), 'too-deep'],
    [`{"a":${'1'.repeat(41)}}`, 'malformed-json'],
    ['{"a":1', 'malformed-json'],
    ['{a:1}', 'malformed-json'],
    ['{"a":1}}', 'malformed-json'],
    ['"unclosed', 'malformed-json'],
    ['{"\\x":1}', 'malformed-json'],
    ['NaN', 'malformed-json'],
    ['\ufeff{}', 'malformed-json'],
  ])('%j is refused as %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it.each([
    ['the same name in two objects', '[{"a":1},{"a":2}]'],
    ['the same name at two levels', '{"a":{"a":1}}'],
    ['a name that is also a value', '{"a":"a","b":"a"}'],
    ['a value that looks like a forbidden name', '{"a":"__proto__"}'],
    ['32 levels', '['.repeat(32) + ']'.repeat(32)],
    ['brackets in a string', `{"a":"${'['.repeat(100)}"}`],
    ['quotes in a string', '{"a":"\\"a\\":1","b":"\\\\"}'],
  ])('with %s is read', (_, text) => {
    expect(parse(text)).toEqual(JSON.parse(text));
  });

  it('that is empty is no body', () => {
    expect(parse('')).toBeUndefined();
  });
});

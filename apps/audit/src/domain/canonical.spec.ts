import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalText } from './canonical.js';

const name = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('a', 'b', 'B', '10', '9', '', '__proto__', 'toString', '\u20ac', '\ud83d\ude02', '\ufb33'),
);
const { member } = fc.letrec<{ member: unknown }>((tie) => ({
  member: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, false),
    fc.maxSafeInteger(),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('member'), { maxLength: 4 }),
    fc.dictionary(name, tie('member'), { maxKeys: 5, noNullPrototype: true }),
  ),
}));
const members = fc.dictionary(name, member, { maxKeys: 8, noNullPrototype: true });

/** What is sent in order, as sources do. */
const inOrder = (value: Record<string, unknown>) =>
  JSON.parse(canonicalize(value)!) as Record<string, unknown>;

describe('the canonical text of an entry', () => {
  it('is that of RFC 8785, whatever order its names came in', () => {
    fc.assert(fc.property(members, (value) => expect(canonicalText(value)).toBe(canonicalize(value))));
  });

  it('is that of RFC 8785 for names that came in order', () => {
    fc.assert(
      fc.property(members, (value) => expect(canonicalText(inOrder(value))).toBe(canonicalize(value))),
    );
  });

  it.each([
    [{ b: 1, a: { d: [{ z: 1, y: 2 }], c: 3 } }, '{"a":{"c":3,"d":[{"y":2,"z":1}]},"b":1}'],
    // A JavaScript object puts names that are numbers first, and in the order of numbers.
    [{ a: { '10': 1, '9': 2 } }, '{"a":{"10":1,"9":2}}'],
    [{ '9': 1, '10': 2, a: 3 }, '{"10":2,"9":1,"a":3}'],
    [{ a: 1, b: undefined }, '{"a":1}'],
  ])('puts the names of %j in order', (value, text) => {
    expect(canonicalText(value)).toBe(text);
  });
});

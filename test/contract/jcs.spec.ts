import canonicalize from 'canonicalize';

describe('canonical JSON (RFC 8785), in which audit entries are written', () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY, '\ud800', 1n])(
    'refuses %p, which JSON cannot hold',
    (value) => {
      expect(() => canonicalize({ value })).toThrow();
    },
  );
});

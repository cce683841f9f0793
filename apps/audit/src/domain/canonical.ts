import canonicalize from 'canonicalize';

/**
 * RFC 8785 (JCS) of what {@link readRecord} let in: text, safe integers, booleans and null. Whose names are in order already,
 * as a source writes them, is in that form when it is written out plainly; the rest is put in order first.
 */
export function canonicalText(members: Readonly<Record<string, unknown>>): string {
  const sorted = Object.fromEntries(Object.entries(members).sort(byName));
  return isInOrder(sorted) ? JSON.stringify(sorted) : canonicalize(sorted)!;
}

const byName = ([one]: [string, unknown], [other]: [string, unknown]): number =>
  one < other ? -1 : one > other ? 1 : 0;

function isInOrder(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return true;
  if (Array.isArray(value)) return value.every(isInOrder);
  let before: string | undefined;
  for (const [name, member] of Object.entries(value)) {
    if ((before !== undefined && before >= name) || !isInOrder(member)) return false;
    before = name;
  }
  return true;
}

/**
 * A telephone number as E.164, from the ways people write it here: `0812-3456-7890`, `62 812...`, `+62 561 ...`.
 *
 * @returns undefined when it is no telephone number.
 */
export function normalisePhone(text: string): string | undefined {
  const compact = text.replace(/[\s().-]/g, '');
  const international = compact.startsWith('+')
    ? compact
    : compact.startsWith('62')
      ? `+${compact}`
      : compact.replace(/^0(?=[1-9])/, '+62');
  const isPhone = international.startsWith('+62')
    ? /^\+62[1-9]\d{7,11}$/.test(international)
    : /^\+[1-9]\d{7,14}$/.test(international);
  return isPhone ? international : undefined;
}

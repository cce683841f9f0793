/**
 * Text that no person typed: control characters (NUL ends a text in half the world's software, ESC rewrites a terminal)
 * and halves of characters. Tab and line ends are text.
 */
const control = /[^\P{Cc}\t\n\r]|\p{Cs}/u;

/** Where in what was sent such text stands. */
export function controlledIn(value: unknown, path: readonly PropertyKey[] = []): (readonly PropertyKey[])[] {
  if (typeof value === 'string') return control.test(value) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => controlledIn(part, [...path, name]));
}

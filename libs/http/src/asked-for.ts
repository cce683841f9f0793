const address =
  /^\/v1\/([a-z-]{1,40})\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:[/?]|$)/i;

/**
 * The record that an address names (`/v1/cases/<id>/plan`: that case), so that whoever was turned away at the door is
 * found with the record. What is no id was made up by the caller and is not kept.
 */
export function askedFor(url: string): { readonly type: string; readonly id: string } | undefined {
  const [, nouns, id] = address.exec(url) ?? [];
  if (nouns === undefined || id === undefined) return undefined;
  return { type: nouns.replace(/ies$/, 'y').replace(/s$/, ''), id: id.toLowerCase() };
}

/**
 * What a change of an event schema would break, for consumers of the old one and for producers that still send it.
 * Allowed: another optional property, other words in descriptions. All else is a new version beside the old one.
 *
 * @returns {string[]} one line per break; empty when the change is compatible
 */
export function breaks(type, before, now) {
  if (!now) return [`${type}: gone`];
  return objectBreaks(type, before, now);
}

function objectBreaks(path, before, now) {
  const known = Object.keys(before.properties);
  const [was, is] = [new Set(before.required ?? []), new Set(now.required ?? [])];
  return [
    ...known.filter((name) => !now.properties[name]).map((name) => `${path}.${name}: gone`),
    ...known
      .filter((name) => now.properties[name] && was.has(name) && !is.has(name))
      .map((name) => `${path}.${name}: no longer required`),
    ...[...is].filter((name) => !was.has(name)).map((name) => `${path}.${name}: newly required`),
    ...known
      .filter((name) => now.properties[name])
      .flatMap((name) => valueBreaks(`${path}.${name}`, before.properties[name], now.properties[name])),
  ];
}

function valueBreaks(path, before, now) {
  if (before.type === 'object' && now.type === 'object') return objectBreaks(path, before, now);
  const meaning = (schema) => JSON.stringify(Object.entries({ ...schema, description: undefined }).sort());
  return meaning(before) === meaning(now) ? [] : [`${path}: changed`];
}

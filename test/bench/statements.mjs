// @ts-check
// Turns the statements that one request sent into a pgbench script that sends the very same ones.
import pgUtils from 'pg/lib/utils.js';
import { caseIdSql } from './cases.mjs';

/** @typedef {{ text: string, values?: unknown[] }} Statement */

/** Buffers were written down as hex. @param {any} value @returns {any} */
const revived = (value) =>
  Array.isArray(value)
    ? value.map(revived)
    : typeof value?.hex === 'string'
      ? Buffer.from(value.hex, 'hex')
      : value;

/** pgbench takes a colon before a word for a variable, in a literal too. @param {string} text */
const escaped = (text) => text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\x3a');

/** An array of PostgreSQL begins with a brace too. @param {string} text */
function isJsonObject(text) {
  if (!text.startsWith('{')) return false;
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;
const v7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7/;

/**
 * What differs from one request to the next (case, new ids, numbers, key) becomes an expression over `:n`, all else stays.
 *
 * @param {Statement[]} statements
 * @param {{ caseId: string, idempotencyKey: string }} known
 * @returns {string}
 */
export function pgbenchScript(statements, known) {
  /** @type {Map<string, string>} */
  const fresh = new Map([
    [known.caseId, caseIdSql(':n::int')],
    [known.idempotencyKey, `'bench-' || :n::int`],
  ]);

  /** @param {string} text */
  const expressionFor = (text) => {
    if (!fresh.has(text) && v7.test(text)) fresh.set(text, `md5('new ${fresh.size} ' || :n::int)::uuid`);
    if (!fresh.has(text) && /^R-/.test(text))
      fresh.set(text, `'R-' || upper(substr(md5('number ' || :n::int), 1, 8)) || '-0'`);
    return fresh.get(text);
  };

  /** @param {unknown} value */
  function literal(value) {
    const text = pgUtils.prepareValue(revived(value));
    if (text === null || text === undefined) return 'null';
    if (Buffer.isBuffer(text)) return `'\\x${text.toString('hex')}'::bytea`;
    const whole = expressionFor(String(text));
    if (whole) return `(${whole})`;
    const parts = `${uuid.source}|R-[0-9A-Z]{8}-[0-9A-Z*~$=]|${known.idempotencyKey}`;
    let isWhole = true;
    const quoted = String(text)
      .split(new RegExp(`(${parts})`))
      .map((part) => {
        const expression = expressionFor(part);
        if (expression) isWhole = false;
        return expression ? `' || (${expression}) || E'` : escaped(part);
      })
      .join('');
    const cast = isJsonObject(String(text)) ? '::jsonb' : '';
    return isWhole ? `E'${quoted}'` : `(E'${quoted}')${cast}`;
  }

  const lines = statements.map(({ text, values = [] }) => {
    const sql = text.replace(/--.*$/gm, '').replace(/\s+/g, ' ').trim();
    return `${sql.replace(/\$(\d+)/g, (_, number) => literal(values[Number(number) - 1]))};`;
  });
  return [`\\set i :i + 1`, `\\set n :first + :client_id * 5000 + :i`, ...lines].join('\n');
}

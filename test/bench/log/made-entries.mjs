// @ts-check
// Entries that nobody made, as many as one likes: entry `n` follows from `n` but for its ids and salt. People work on some
// 20,000 cases at a time, each for 50 acts, and every record they write goes through four versions. One person, one
// child and one record have a tenth of the log each.
import { randomFillSync } from 'node:crypto';

const beginning = Date.UTC(2025, 0, 1);
const everyMs = 2_000;
const sources = ['intake', 'referral', 'victim-services'];

/**
 * @typedef {object} MadeEntry
 * @property {string} id @property {number} occurred ms @property {number} recorded ms
 * @property {string} type @property {string} action @property {'success' | 'denied'} outcome
 * @property {string} actor @property {string} org @property {string} purpose
 * @property {string} subject @property {string} entityType @property {string} entityId
 * @property {string} src @property {number} srcSeq
 * @property {string} record what its source sent @property {string} bytes what the log made of it: canonical
 */

/** @param {string} kind two hex digits @param {number} n */
export const idOf = (kind, n) => `0195718e-5a00-7000-8000-${kind}${String(n).padStart(10, '0')}`;

/** The person, child or record that has a tenth of the log. @param {string} kind */
export const busiest = (kind) => idOf(kind, 7);
export const kinds = /** @type {const} */ ({ person: 'a0', agency: 'b0', child: 'c0', record: 'e0' });

/** Entry `n`. @param {number} n @param {number} [at] when it came; else long ago, two seconds after the one before @returns {MadeEntry} */
export function madeEntry(n, at = beginning + n * everyMs) {
  const random = randomDigits();
  const tenth = n % 10;
  const write = isWrite(tenth);
  const turn = Math.floor(n / 10) * 4 + ((tenth - 1 + 4) % 4);
  const { index, round } = inTurns(turn, 50_000, 4);
  const child = tenth === 9 ? 7 : 8 + inTurns(n, 20_000, 50).index;
  const isDenied = n % 50 === 25;
  const occurred = at - 40;
  const time = occurred.toString(16).padStart(12, '0');
  const id = `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6, 18)}`;
  const { entityType, entityId } = recordOf(tenth, index, child);
  const person = tenth === 0 ? 7 : 8 + ((n * 48_271) % 1_999);
  const made = {
    id,
    occurred,
    recorded: at,
    ...actOf(tenth, round),
    outcome: /** @type {'success' | 'denied'} */ (isDenied ? 'denied' : 'success'),
    actor: idOf(kinds.person, person),
    org: idOf(kinds.agency, person % 20),
    purpose: tenth === 7 ? 'audit' : 'case-management',
    subject: idOf(kinds.child, child),
    entityType,
    entityId,
    src: /** @type {string} */ (sources[n % 3]),
    srcSeq: Math.floor(n / 3) + 1,
  };
  // Member by member in the order of RFC 8785, because ten million are to be made; what is loaded is compared with the product's own bytes.
  const actor = `{"client":"portal","jti":"${random.slice(18, 26)}","kind":"person","org":"${made.org}","roles":["case-worker"],"sub":"${made.actor}"}`;
  const entity = write
    ? `{"fields":["status"],"id":"${entityId}","type":"handoff","version":${round + 1}}`
    : `{"id":"${entityId}","type":"${entityType}"}`;
  const reason = isDenied ? ',"reason":"not-found"' : '';
  const before = `{"action":"${made.action}","actor":${actor},"authz":{"policyId":"custody"},"entity":[${entity}],"id":"${id}","net":{"ip":"10.0.${person % 250}.1","userAgentHash":"${random.slice(26, 42)}"},"occurred":"${new Date(occurred).toISOString()}","outcome":"${made.outcome}","purpose":"${made.purpose}"${reason}`;
  const request = `,"requestId":"${random.slice(42, 74)}","salt":"${random.slice(74, 106)}"`;
  const after = `,"subject":["${made.subject}"],"traceId":"${random.slice(106, 138)}","type":"${made.type}","v":1}`;
  const received = `,"recorded":"${new Date(at).toISOString()}"`;
  const source = `,"src":"${made.src}","srcSeq":${made.srcSeq}`;
  return { ...made, record: before + request + after, bytes: before + received + request + source + after };
}

const isWrite = (/** @type {number} */ tenth) => tenth >= 1 && tenth <= 4;

/** Of ten entries four write the next version of a record, and six read. @param {number} tenth @param {number} round */
function actOf(tenth, round) {
  if (!isWrite(tenth)) return { type: tenth === 8 ? 'case.list' : 'case.read', action: 'R' };
  return round === 0 ? { type: 'handoff.request', action: 'C' } : { type: 'handoff.update', action: 'U' };
}

/** @param {number} tenth @param {number} index @param {number} child */
function recordOf(tenth, index, child) {
  if (isWrite(tenth)) return { entityType: 'handoff', entityId: idOf(kinds.record, 8 + index) };
  if (tenth === 6) return { entityType: 'handoff', entityId: busiest(kinds.record) };
  return { entityType: 'case', entityId: idOf(kinds.child, child) };
}

/** The `n`th of things that come in groups of `width`, each of the group once in a round, for so many rounds. @param {number} n @param {number} width @param {number} rounds */
function inTurns(n, width, rounds) {
  const group = Math.floor(n / (width * rounds));
  const within = n % (width * rounds);
  return { index: group * width + (((within % width) * 48_271) % width), round: Math.floor(within / width) };
}

const digitsPerEntry = 138;
const pool = Buffer.alloc((digitsPerEntry / 2) * 1_024);
let digits = '';
let taken = 0;

function randomDigits() {
  if (taken === digits.length) {
    digits = randomFillSync(pool).toString('hex');
    taken = 0;
  }
  taken += digitsPerEntry;
  return digits.slice(taken - digitsPerEntry, taken);
}

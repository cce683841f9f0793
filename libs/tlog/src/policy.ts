import { done, refuse, type Outcome } from '@rujukan/kernel';
import { fromUtf8 } from './bytes.js';
import type { Sha256 } from './crypto.js';
import { isSameKey, parseVerifierKey, type KeyKind, type VerifierKey } from './keys.js';

export interface PolicyMember {
  readonly key: VerifierKey;
  readonly url?: string;
}

/** A witness or a group of them, under the name that it has within the policy. */
export type Witness =
  | ({ readonly kind: 'witness'; readonly name: string } & PolicyMember)
  | {
      readonly kind: 'group';
      readonly name: string;
      /** How many of the members it takes. */
      readonly threshold: number;
      readonly members: readonly Witness[];
    };

/** Whom one believes: logs, witnesses, and how many of these it takes (c2sp.org/tlog-policy). */
export interface Policy {
  readonly logs: readonly PolicyMember[];
  readonly witnesses: readonly (Witness & { readonly kind: 'witness' })[];
  /** Null where no witness is asked for. */
  readonly quorum: Witness | null;
}

export type PolicyFault =
  | 'too-long'
  | 'character'
  | 'unknown-line'
  | 'wrong-number-of-words'
  | 'no-verifier-key'
  | 'key-twice'
  | 'name-taken'
  | 'name-unknown'
  | 'member-twice'
  | 'threshold'
  | 'quorum-twice'
  | 'quorum-missing';

const longestPolicy = 256 * 1024;

interface Draft {
  readonly sha256: Sha256;
  readonly logs: PolicyMember[];
  readonly named: Map<string, Witness>;
  readonly members: Set<string>;
  quorum: Witness | null | undefined;
}

/**
 * Reads a policy. It is octets, not text: names are compared byte for byte, and only keys must be UTF-8.
 *
 * @returns `policy-malformed` with `{ line, fault }`; `line` counts from 1 and is 0 for the whole.
 */
export function parsePolicy(sha256: Sha256, bytes: Uint8Array): Outcome<Policy, 'policy-malformed'> {
  const fail = (line: number, fault: PolicyFault) => refuse('policy-malformed', { line, fault });
  if (bytes.length > longestPolicy) return fail(0, 'too-long');
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const draft: Draft = { sha256, logs: [], named: new Map(), members: new Set(), quorum: undefined };
  const lines = text.split('\n');
  if (lines.pop() !== '') return fail(lines.length + 1, 'character');
  for (const [at, line] of lines.entries()) {
    const fault = takeLine(draft, line);
    if (fault) return fail(at + 1, fault);
  }
  if (draft.quorum === undefined) return fail(0, 'quorum-missing');
  return done({ logs: draft.logs, witnesses: witnessesIn(draft), quorum: draft.quorum });
}

const witnessesIn = ({ named }: Draft) => [...named.values()].filter((each) => each.kind === 'witness');

function takeLine(draft: Draft, line: string): PolicyFault | null {
  if (/[\0-\x08\x0b-\x1f\x7f]/.test(line)) return 'character';
  const [word, ...words] = line.split(/[ \t]+/).filter((each) => each !== '');
  if (word === undefined || word.startsWith('#')) return null;
  switch (word) {
    case 'log':
      return takeLog(draft, words);
    case 'witness':
      return takeWitness(draft, words);
    case 'group':
      return takeGroup(draft, words);
    case 'quorum':
      return takeQuorum(draft, words);
    default:
      return 'unknown-line';
  }
}

function takeLog(draft: Draft, [vkey, url, ...more]: readonly string[]): PolicyFault | null {
  if (vkey === undefined || more.length > 0) return 'wrong-number-of-words';
  const key = keyIn(draft, vkey, 'note');
  if (!key) return 'no-verifier-key';
  if (draft.logs.some((log) => isSameKey(log.key, key))) return 'key-twice';
  draft.logs.push({ key, ...(url === undefined ? {} : { url }) });
  return null;
}

function takeWitness(draft: Draft, [name, vkey, url, ...more]: readonly string[]): PolicyFault | null {
  if (name === undefined || vkey === undefined || more.length > 0) return 'wrong-number-of-words';
  const key = keyIn(draft, vkey, 'cosignature');
  if (!key) return 'no-verifier-key';
  if (isTaken(draft, name)) return 'name-taken';
  if (witnessesIn(draft).some((witness) => isSameKey(witness.key, key))) return 'key-twice';
  draft.named.set(name, { kind: 'witness', name, key, ...(url === undefined ? {} : { url }) });
  return null;
}

function takeGroup(draft: Draft, [name, many, ...names]: readonly string[]): PolicyFault | null {
  if (name === undefined || many === undefined || names.length === 0) return 'wrong-number-of-words';
  if (isTaken(draft, name)) return 'name-taken';
  const members = names.map((each) => draft.named.get(each));
  const known = members.filter((each) => each !== undefined);
  if (known.length < members.length) return 'name-unknown';
  for (const member of names) {
    if (draft.members.has(member)) return 'member-twice';
    draft.members.add(member);
  }
  const threshold = thresholdOf(many, names.length);
  if (threshold === null) return 'threshold';
  draft.named.set(name, { kind: 'group', name, threshold, members: known });
  return null;
}

function takeQuorum(draft: Draft, [name, ...more]: readonly string[]): PolicyFault | null {
  if (name === undefined || more.length > 0) return 'wrong-number-of-words';
  if (draft.quorum !== undefined) return 'quorum-twice';
  const quorum = name === 'none' ? null : draft.named.get(name);
  if (quorum === undefined) return 'name-unknown';
  draft.quorum = quorum;
  return null;
}

function thresholdOf(many: string, members: number): number | null {
  if (many === 'all') return members;
  if (many === 'any') return 1;
  const threshold = /^[1-9][0-9]{0,3}$/.test(many) ? Number(many) : 0;
  return threshold >= 1 && threshold <= members ? threshold : null;
}

const isTaken = (draft: Draft, name: string): boolean => name === 'none' || draft.named.has(name);

function keyIn({ sha256 }: Draft, octets: string, kind: KeyKind): VerifierKey | null {
  const text = fromUtf8(Uint8Array.from(octets, (octet) => octet.charCodeAt(0)));
  const key = text === null ? null : parseVerifierKey(sha256, text);
  return key?.ok && key.value.kind === kind ? key.value : null;
}

/** Whether those who signed are enough. */
export function isQuorum(quorum: Witness | null, signed: ReadonlySet<VerifierKey>): boolean {
  if (quorum === null) return true;
  if (quorum.kind === 'witness') return signed.has(quorum.key);
  return quorum.members.filter((member) => isQuorum(member, signed)).length >= quorum.threshold;
}

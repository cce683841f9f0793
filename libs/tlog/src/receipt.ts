import { fromUtf8 } from './bytes.js';
import type { LogCrypto } from './crypto.js';
import { parsePolicy } from './policy.js';
import { parseProof } from './proof-file.js';
import { verifyProof } from './trust.js';

/** Files that somebody dropped on the page, told apart by how they begin. */
export interface ReceiptFiles {
  readonly proof?: Uint8Array;
  /** The entry, where the proof does not bring it along. */
  readonly entry?: Uint8Array;
  /** Whose keys are believed, where it is not the portal's own list. */
  readonly policy?: Uint8Array;
}

export interface ProvedReceipt {
  readonly kind: 'proved';
  readonly index: string;
  readonly size: string;
  readonly origin: string;
  /** Name and, as RFC 3339, when that witness saw the log so. */
  readonly witnesses: readonly { readonly name: string; readonly at: string }[];
  /** The bytes that were proved, as text. */
  readonly entry: string;
}

export type CheckedReceipt =
  | ProvedReceipt
  /** It contradicts what was signed. */
  | { readonly kind: 'changed'; readonly reason: 'not-included' | 'signature-false' }
  /** Nothing follows from it, in either direction. */
  | { readonly kind: 'unknown'; readonly reason: Unknown };

export type Unknown =
  | 'no-proof'
  | 'no-entry'
  | 'no-policy'
  | 'policy-malformed'
  | 'proof-malformed'
  | 'checkpoint-malformed'
  | 'origin-unknown'
  | 'unsigned'
  | 'quorum-missing';

const proofBegins = 'c2sp.org/tlog-proof@';

const policyLine = /^(log|witness|group|quorum) /m;

/** Which of the three a file is; undefined where it is none of them. */
export function roleOf(bytes: Uint8Array): keyof ReceiptFiles | undefined {
  const text = new TextDecoder().decode(bytes);
  if (text.startsWith(proofBegins)) return 'proof';
  if (text.startsWith('{')) return 'entry';
  return policyLine.test(text) ? 'policy' : undefined;
}

/** Checks a receipt with nothing but itself and a list of trusted keys: no server, no network. */
export function checkReceipt(crypto: LogCrypto, { proof, entry, policy }: ReceiptFiles): CheckedReceipt {
  if (!proof) return unknown('no-proof');
  if (!policy) return unknown('no-policy');
  const text = fromUtf8(proof);
  const file = text === null ? null : parseProof(text);
  if (text === null || file === null) return unknown('proof-malformed');
  const proved = entry ?? file.extra;
  if (!proved) return unknown('no-entry');
  const believed = parsePolicy(crypto.sha256, policy);
  if (!believed.ok) return unknown('policy-malformed');
  return verdictOf(verifyProof(crypto, believed.value, { entry: proved, proof: text }), proved);
}

const unknown = (reason: Unknown): CheckedReceipt => ({ kind: 'unknown', reason });

function verdictOf(verified: ReturnType<typeof verifyProof>, entry: Uint8Array): CheckedReceipt {
  if (!verified.ok) {
    const { reason } = verified;
    return reason === 'not-included' || reason === 'signature-false'
      ? { kind: 'changed', reason }
      : unknown(reason);
  }
  const { index, checkpoint } = verified.value;
  return {
    kind: 'proved',
    index: index.toString(),
    size: checkpoint.size.toString(),
    origin: checkpoint.origin,
    witnesses: checkpoint.witnesses.map(({ name, time }) => ({
      name,
      at: new Date(Number(time) * 1_000).toISOString(),
    })),
    entry: fromUtf8(entry) ?? '',
  };
}

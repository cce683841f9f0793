import {
  parseCheckpoint,
  parseNote,
  trustCheckpoint,
  type Checkpoint,
  type LogCrypto,
  type Policy,
} from '@rujukan/tlog';
import type { Finding, Findings } from './findings.js';

/** A signed head, with where it was read. */
export interface Head {
  readonly where: string;
  readonly checkpoint: Checkpoint;
  /** Who cosigned it and when, where the policy is content. */
  readonly witnesses: readonly string[];
  /** The latest time of a cosignature, in milliseconds since 1970; 0 when nobody cosigned. */
  readonly cosignedAt: number;
  readonly logKey: string;
  /** A trusted key of the log made it, whoever saw it. */
  readonly isSigned: boolean;
}

/**
 * Reads a signed head and notes what the policy holds against it. One that is merely not trusted is still read, because
 * what is wrong with the log below it is worth knowing.
 */
export function readHead(
  { crypto, policy }: { readonly crypto: LogCrypto; readonly policy: Policy },
  { where, note }: { readonly where: string; readonly note: string },
  findings: Findings,
): Head | null {
  const trusted = trustCheckpoint(crypto, policy, note);
  if (trusted.ok) {
    const { log, witnesses, ...checkpoint } = trusted.value;
    const times = witnesses.map(({ time }) => Number(time) * 1_000);
    return {
      where,
      checkpoint,
      witnesses: witnesses.map(({ name }, at) => `${name} ${new Date(times[at]!).toISOString()}`),
      cosignedAt: Math.max(0, ...times),
      logKey: `${log.name}+${log.id}`,
      isSigned: true,
    };
  }
  findings.add({ kind: trusted.reason, where, ...detailsOf(trusted.details) });
  const checkpoint = parseCheckpoint(parseNote(note)?.text ?? '');
  const isSigned = trusted.reason === 'quorum-missing';
  return checkpoint && { where, checkpoint, witnesses: [], cosignedAt: 0, logKey: '', isSigned };
}

/** Details of a refusal as words in a finding. */
export function detailsOf(details: Readonly<Record<string, unknown>> = {}): Pick<Finding, 'details'> {
  const words = Object.entries(details).map(([name, value]) => [
    name,
    [value].flat().map(String).join(' ') || '-',
  ]);
  return words.length === 0 ? {} : { details: Object.fromEntries(words) as Record<string, string> };
}

import { toHex, verifyProof, type LogCrypto, type Policy } from '@rujukan/tlog';
import { EntryReader } from './entry-reader.js';
import { Findings, type Report } from './findings.js';
import { detailsOf } from './heads.js';

/** Checks one entry with its proof file. */
export function prove(
  { crypto, policy }: { readonly crypto: LogCrypto; readonly policy: Policy },
  { entry, proof }: { readonly entry: Buffer; readonly proof: string },
  where: { readonly entry: string; readonly proof: string },
): Report {
  const findings = new Findings();
  const proved = verifyProof(crypto, policy, { entry, proof });
  if (!proved.ok) {
    const place = proved.reason === 'not-included' ? where.entry : where.proof;
    findings.add({ kind: proved.reason, where: place, ...detailsOf(proved.details) });
    return { findings: findings.list(), facts: {} };
  }
  const facts = new EntryReader().read(entry, 0, entry.length);
  if ('kind' in facts) {
    const { kind, ...details } = facts;
    findings.add({ kind, where: where.entry, details });
  }
  const { index, checkpoint } = proved.value;
  return {
    findings: findings.list(),
    facts: {
      index: index.toString(),
      origin: checkpoint.origin,
      size: checkpoint.size.toString(),
      root: toHex(checkpoint.root),
      log: `${checkpoint.log.name}+${checkpoint.log.id}`,
      witnesses: checkpoint.witnesses.map(
        ({ name, time }) => `${name} ${new Date(Number(time) * 1_000).toISOString()}`,
      ),
    },
  };
}

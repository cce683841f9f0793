import { formatAddCheckpoint, fromDecimal, type AddCheckpoint } from '@rujukan/tlog';

/** What a witness said to `POST add-checkpoint`. */
export type WitnessReply =
  | { readonly kind: 'cosigned'; readonly lines: string }
  /** It stands at another size than the request began from. */
  | { readonly kind: 'elsewhere'; readonly size: bigint }
  /** It found no proof that the log only grew. */
  | { readonly kind: 'inconsistent' };

const patienceMs = 2_000;
const longestReply = 64 * 1024;

/**
 * Asks a witness for its cosignature.
 *
 * @throws when it does not answer in time, or not as the protocol says.
 */
export async function askWitness(url: string, request: AddCheckpoint): Promise<WitnessReply> {
  const answer = await fetch(`${url.replace(/\/$/, '')}/add-checkpoint`, {
    method: 'POST',
    body: formatAddCheckpoint(request),
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMs),
  });
  const text = await textOf(answer);
  if (answer.status === 200) return { kind: 'cosigned', lines: text };
  if (answer.status === 422) return { kind: 'inconsistent' };
  const size = answer.status === 409 ? fromDecimal(text.trimEnd()) : null;
  if (size === null) throw new Error(`a witness answered ${answer.status}`);
  return { kind: 'elsewhere', size };
}

/** A witness is another's machine: it may not fill our memory. */
async function textOf(answer: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of answer.body ?? []) {
    length += (part as Uint8Array).length;
    if (length > longestReply) throw new Error('a witness answered more than a note can hold');
    parts.push(part as Uint8Array);
  }
  return Buffer.concat(parts).toString('utf8');
}

import { In, type EntityManager } from 'typeorm';
import type { Sealer } from '@rujukan/sealing';
import type { TextPart } from '../domain/envelope.js';
import type { Terms } from '../domain/handoff.js';
import { handoffTextRow } from './handoff.row.js';

type Owner = Pick<Terms, 'id' | 'caseId'>;

/** Seals one text of a handoff under the key of its case. */
export const sealText = (
  tx: EntityManager,
  sealer: Sealer,
  owner: Owner,
  text: { readonly part: TextPart; readonly text: string },
): Promise<Buffer> => sealer.seal(tx, owner.caseId, place(owner, text.part), text.text);

/** Seals the receiver's word with its answer, if there is one. */
export async function sealReply(
  tx: EntityManager,
  sealer: Sealer,
  owner: Owner,
  text: string | undefined,
): Promise<Buffer | undefined> {
  return text === undefined ? undefined : sealText(tx, sealer, owner, { part: 'reply', text });
}

/** Opens those of the given texts that exist. */
export async function openTexts(
  tx: EntityManager,
  sealer: Sealer,
  owner: Owner,
  parts: readonly TextPart[],
): Promise<Partial<Record<TextPart, string>>> {
  if (parts.length === 0) return {};
  const rows = await tx.findBy(handoffTextRow, { handoff_id: owner.id, part: In([...parts]) });
  const texts: Partial<Record<TextPart, string>> = {};
  for (const { part, sealed } of rows)
    texts[part] = await sealer.open(tx, owner.caseId, place(owner, part), sealed);
  return texts;
}

const place = ({ id }: Owner, part: TextPart) => ({
  table: 'handoff_text',
  column: 'sealed',
  rowId: `${id}/${part}`,
});

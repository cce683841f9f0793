import { In, type EntityManager } from 'typeorm';
import type { Sealer } from '@rujukan/sealing';
import type { TextPart } from '../domain/handoffs/envelope.js';
import type { Terms } from '../domain/handoffs/handoff.js';
import { handoffTextRow } from './handoff.row.js';

type Owner = Pick<Terms, 'id' | 'caseId'>;
type Texts = Readonly<Partial<Record<TextPart, string>>>;

export interface SealedText {
  readonly part: TextPart;
  readonly sealed: Buffer;
}

/** Seals texts of a handoff under the key of its case, each for its own part. */
export async function sealTexts(
  tx: EntityManager,
  sealer: Sealer,
  { id, caseId }: Owner,
  texts: Texts,
): Promise<SealedText[]> {
  if (Object.keys(texts).length === 0) return [];
  const sealed = await sealer.sealRow(tx, caseId, place(id), texts as Record<TextPart, string | undefined>);
  return Object.entries(sealed).flatMap(([part, blob]) =>
    blob === null ? [] : [{ part: part as TextPart, sealed: blob }],
  );
}

/** Opens those of the given texts that exist. */
export async function openTexts(
  tx: EntityManager,
  sealer: Sealer,
  { id, caseId }: Owner,
  parts: readonly TextPart[],
): Promise<Texts> {
  if (parts.length === 0) return {};
  const rows = await tx.findBy(handoffTextRow, { handoff_id: id, part: In([...parts]) });
  const texts: Partial<Record<TextPart, string>> = {};
  for (const part of parts) {
    const row = rows.find((one) => one.part === part);
    if (row) texts[part] = await sealer.open(tx, caseId, { ...place(id), column: part }, row.sealed);
  }
  return texts;
}

const place = (id: string) => ({ table: 'handoff_text', rowId: id });

import type { EntityManager } from 'typeorm';
import type { Sealer } from '@rujukan/sealing';
import type { Message } from '../domain/handoffs/envelope.js';
import type { Handoff } from '../domain/handoffs/handoff.js';
import { agencyId, type AgencyId } from '../domain/ids.js';
import { handoffMessageRow } from './handoff.row.js';

/** Seals the word that goes with the step which led to this version of the handoff. */
export async function saveMessage(
  tx: EntityManager,
  sealer: Sealer,
  { terms, version }: Handoff,
  { by, text }: { readonly by: AgencyId; readonly text: string },
): Promise<void> {
  const sealed = await sealer.seal(tx, terms.caseId, place(terms.id, version), text);
  await tx.insert(handoffMessageRow, { handoff_id: terms.id, version, agency_id: by, sealed });
}

/** The words of the writers that are named, in the order in which they were said. */
export async function openMessages(
  tx: EntityManager,
  sealer: Sealer,
  { terms }: Handoff,
  isReadable: (by: AgencyId) => boolean,
): Promise<Message[]> {
  const rows = await tx.find(handoffMessageRow, {
    where: { handoff_id: terms.id },
    order: { version: 'asc' },
  });
  const messages: Message[] = [];
  for (const row of rows.filter(({ agency_id }) => isReadable(agencyId(agency_id)))) {
    const text = await sealer.open(tx, terms.caseId, place(terms.id, row.version), row.sealed);
    messages.push({ version: row.version, agencyId: agencyId(row.agency_id), text });
  }
  return messages;
}

const place = (id: string, version: number) => ({
  table: 'handoff_message',
  column: 'text',
  rowId: `${id}:${version}`,
});

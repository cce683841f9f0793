import { In, MoreThan, type EntityManager } from 'typeorm';
import { inOrder, type Agreement } from '../domain/agreements/agreement.js';
import type { Versioned } from '../domain/directory/directory.js';
import { agencyId, agreementId, type AgencyId, type AgreementId } from '../domain/ids.js';
import { agencyRow, agreementPartyRow, agreementRow } from './directory.row.js';
import type { AgreementPartyRow, AgreementRow } from './directory.row.js';

export async function lockAgreement(
  tx: EntityManager,
  id: AgreementId,
): Promise<Versioned<Agreement> | undefined> {
  const row = await tx.findOne(agreementRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  return row ? toAgreement(row, await tx.findBy(agreementPartyRow, { agreement_id: id })) : undefined;
}

export const areKnownAgencies = async (tx: EntityManager, ids: readonly AgencyId[]): Promise<boolean> =>
  (await tx.countBy(agencyRow, { id: In([...ids]) })) === ids.length;

/** Writes it with its parties; who is not named any more is a party no longer. */
export async function saveAgreement(
  tx: EntityManager,
  { id, number, title, version, parties }: Versioned<Agreement>,
): Promise<void> {
  await tx.upsert(agreementRow, { id, number, title, version }, ['id']);
  await tx.delete(agreementPartyRow, { agreement_id: id });
  await tx.insert(
    agreementPartyRow,
    parties.map(({ agencyId: agency, validFrom, validUntil }) => ({
      agreement_id: id,
      agency_id: agency,
      valid_from: validFrom,
      valid_until: validUntil,
    })),
  );
}

/** In order of id. */
export async function findAgreements(
  tx: EntityManager,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<Versioned<Agreement>[]> {
  const rows = await tx.find(agreementRow, {
    where: page.after === undefined ? {} : { id: MoreThan(page.after) },
    order: { id: 'asc' },
    take: page.limit,
  });
  const parties = await tx.findBy(agreementPartyRow, { agreement_id: In(rows.map(({ id }) => id)) });
  return rows.map((row) =>
    toAgreement(
      row,
      parties.filter((party) => party.agreement_id === row.id),
    ),
  );
}

const toAgreement = (row: AgreementRow, parties: readonly AgreementPartyRow[]): Versioned<Agreement> => ({
  id: agreementId(row.id),
  number: row.number,
  title: row.title,
  parties: inOrder(
    parties.map((party) => ({
      agencyId: agencyId(party.agency_id),
      validFrom: party.valid_from,
      validUntil: party.valid_until,
    })),
  ),
  version: row.version,
});

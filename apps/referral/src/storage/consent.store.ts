import type { EntityManager } from 'typeorm';
import type { Sealer } from '@rujukan/sealing';
import type { Grounds } from '../domain/consents/basis.js';
import type { Consent } from '../domain/consents/consent.js';
import { agencyId, caseId, consentId, type CaseId, type ConsentId } from '../domain/ids.js';
import {
  basisOverrideRow,
  consentRow,
  consentTextRow,
  type ConsentPart,
  type ConsentRow,
} from './consent.row.js';
import { toOverride } from './override.store.js';

export type ConsentTexts = Readonly<Partial<Record<ConsentPart, string>>>;

/**
 * All that was said about sharing a case. To be read after custody is locked, in a statement of its own: what was
 * withdrawn while the lock was waited for must be seen.
 */
export async function findGrounds(tx: EntityManager, id: CaseId): Promise<Grounds> {
  const consents = await findConsents(tx, id);
  // An exception goes past somebody's word: where nobody spoke there is none.
  if (consents.length === 0) return { consents, overrides: [] };
  const overrides = await tx.findBy(basisOverrideRow, { case_id: id, status: 'approved' });
  return { consents, overrides: overrides.map(toOverride) };
}

export async function findConsents(tx: EntityManager, id: CaseId): Promise<Consent[]> {
  const rows = await tx.find(consentRow, { where: { case_id: id }, order: { id: 'desc' } });
  return rows.map(toConsent);
}

export async function findConsent(tx: EntityManager, id: ConsentId): Promise<Consent | undefined> {
  const row = await tx.findOneBy(consentRow, { id });
  return row ? toConsent(row) : undefined;
}

export async function insertConsent(
  tx: EntityManager,
  sealer: Sealer,
  consent: Consent,
  texts: ConsentTexts,
): Promise<void> {
  await tx.insert(consentRow, toRow(consent));
  await insertConsentTexts(tx, sealer, consent, texts);
}

export async function insertConsentTexts(
  tx: EntityManager,
  sealer: Sealer,
  { id, caseId: scope }: Consent,
  texts: ConsentTexts,
): Promise<void> {
  if (Object.keys(texts).length === 0) return;
  const sealed = await sealer.sealRow(tx, scope, place(id), texts as Record<ConsentPart, string | undefined>);
  await tx.insert(
    consentTextRow,
    Object.entries(sealed).flatMap(([part, blob]) =>
      blob === null ? [] : [{ consent_id: id, part: part as ConsentPart, sealed: blob }],
    ),
  );
}

export async function openConsentTexts(
  tx: EntityManager,
  sealer: Sealer,
  { id, caseId: scope }: Consent,
): Promise<ConsentTexts> {
  const texts: Partial<Record<ConsentPart, string>> = {};
  for (const { part, sealed } of await tx.findBy(consentTextRow, { consent_id: id }))
    texts[part] = await sealer.open(tx, scope, { ...place(id), column: part }, sealed);
  return texts;
}

/** Writes how a consent ended. */
export async function saveConsent(tx: EntityManager, consent: Consent): Promise<void> {
  const { version, status, endedAt } = consent;
  const { affected } = await tx.update(
    consentRow,
    { id: consent.id, version: version - 1 },
    { version, status, ended_at: endedAt ?? null },
  );
  if (affected !== 1) throw new Error(`consent ${consent.id} was not at version ${version - 1}`);
}

/** Cases with a consent in force whose period is over, at most so many. */
export async function findExpiredConsents(tx: EntityManager, now: Date, limit: number): Promise<Consent[]> {
  const rows = await tx
    .getRepository(consentRow)
    .createQueryBuilder('consent')
    .where(`status = 'active' and valid_to <= :now`, { now })
    .orderBy('valid_to')
    .limit(limit)
    .getMany();
  return rows.map(toConsent);
}

const place = (id: string) => ({ table: 'consent_text', rowId: id });

const toRow = (consent: Consent): ConsentRow => ({
  id: consent.id,
  case_id: consent.caseId,
  version: consent.version,
  status: consent.status,
  is_given: consent.isGiven,
  given_by: consent.givenBy,
  relation: consent.relation,
  child_assent: consent.childAssent,
  purposes: [...consent.purposes],
  recipients: [...consent.recipients],
  told: [...consent.told],
  field_groups: [...consent.fieldGroups],
  text_language: consent.textLanguage,
  text_version: consent.textVersion,
  form: consent.form,
  valid_from: consent.validFrom,
  valid_to: consent.validTo,
  recorded_by_agency_id: consent.recordedBy,
  recorded_at: consent.recordedAt,
  ended_at: consent.endedAt ?? null,
});

const toConsent = (row: ConsentRow): Consent => ({
  id: consentId(row.id),
  caseId: caseId(row.case_id),
  version: row.version,
  status: row.status,
  isGiven: row.is_given,
  givenBy: row.given_by,
  relation: row.relation,
  childAssent: row.child_assent,
  purposes: row.purposes,
  recipients: row.recipients.map(agencyId),
  told: row.told,
  fieldGroups: row.field_groups,
  textLanguage: row.text_language,
  textVersion: row.text_version,
  form: row.form,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  recordedBy: agencyId(row.recorded_by_agency_id),
  recordedAt: row.recorded_at,
  ...(row.ended_at === null ? {} : { endedAt: row.ended_at }),
});

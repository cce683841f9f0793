import type { EntityManager } from 'typeorm';
import type { CodeOf, identityCorrectionReason } from '@rujukan/contracts';
import type { Sealer } from '@rujukan/sealing';
import { compact } from '@rujukan/persistence';
import { adulthoodOf } from '../domain/adulthood.js';
import type { CaseFile } from '../domain/case.js';
import { fieldsOf } from '../domain/disclosure.js';
import type { Correction, Identity } from '../domain/identity.js';
import type { AgencyId, CaseId } from '../domain/ids.js';
import { openCaseContent } from './case-content.store.js';
import { CaseSchema } from './case.row.js';
import { sealedCase } from './case.store.js';
import { awaitAdulthood } from './coming-of-age.store.js';

/** Who the child of a case is, as it is known now. */
export async function openIdentity(tx: EntityManager, sealer: Sealer, file: CaseFile): Promise<Identity> {
  const { child } = await openCaseContent(tx, sealer, file, fieldsOf(['identity', 'identity-number']));
  const { name, birthDate, statedAge, ageCertainty = 'unknown-age', nik } = child;
  return compact({ name, birthDate, statedAge, ageCertainty, nik });
}

/** Who answers for a correction, when, and on what it rests. */
export interface Signed {
  readonly id: string;
  readonly at: Date;
  readonly agency: AgencyId;
  readonly subject: string;
  readonly reason: CodeOf<typeof identityCorrectionReason>;
}

/** Writes who the child is, what stood there before, and the new day on which she will be 18. */
export async function saveCorrection(
  tx: EntityManager,
  sealer: Sealer,
  { file, identity, fields, before }: Correction,
  signed: Signed,
): Promise<void> {
  const { name, birthDate, nik, statedAge, ageCertainty } = identity;
  const sealed = await sealedCase(tx, sealer, file.id).seal({ name, birthDate, nik });
  const { id, version, ageBand } = file;
  const { affected } = await tx
    .getRepository(CaseSchema)
    .update({ id }, { ...sealed, version, ageBand, statedAge: statedAge ?? null, ageCertainty });
  if (affected !== 1) throw new Error(`case ${id} vanished`);

  await tx.query(
    `insert into identity_correction (id, case_id, version, at, agency_id, subject, reason, fields, before)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      signed.id,
      id,
      version,
      signed.at,
      signed.agency,
      signed.subject,
      signed.reason,
      fields,
      await sealer.seal(tx, id, placeOf(signed.id), JSON.stringify(before)),
    ],
  );
  await tx.query('delete from coming_of_age where case_id = $1', [id]);
  const adulthood = adulthoodOf(identity, signed.at);
  if (adulthood !== undefined) await awaitAdulthood(tx, sealer, id, adulthood);
}

interface CorrectionRow {
  readonly id: string;
  readonly version: number;
  readonly at: Date;
  readonly subject: string;
  readonly reason: string;
  readonly fields: string[];
  readonly before: Buffer;
}

/** What was corrected, oldest first, with what stood there. */
export async function openCorrections(tx: EntityManager, sealer: Sealer, id: CaseId) {
  const rows = await tx.query<CorrectionRow[]>(
    'select id, version, at, subject, reason, fields, before from identity_correction where case_id = $1 order by version',
    [id],
  );
  return Promise.all(
    rows.map(async ({ before, ...row }) => ({
      ...row,
      before: JSON.parse(await sealer.open(tx, id, placeOf(row.id), before)) as Partial<Identity>,
    })),
  );
}

const placeOf = (rowId: string) => ({ table: 'identity_correction', column: 'before', rowId });

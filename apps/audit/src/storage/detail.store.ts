import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Trail } from '@rujukan/audit-trail';
import { newId } from '@rujukan/persistence';
import type { Sealer } from '@rujukan/sealing';
import { detailHash, detailText, type Detail } from '../domain/detail.js';

const table = 'audit_detail';

/** One who writes a detail of a case waits for one who destroys them all, and does not for others who write. */
const shareCase = `select pg_advisory_xact_lock_shared(hashtextextended($1, 4))`;
const ownCase = `select pg_advisory_xact_lock(hashtextextended($1, 4))`;

/** Writes down, sealed under the key of that case's details, what belongs to the entry of this act; the entry gets the hash. */
export async function keepDetail(
  tx: EntityManager,
  sealer: Sealer,
  trail: Trail,
  { caseId, now, detail }: { readonly caseId: string; readonly now: Date; readonly detail: Detail },
): Promise<void> {
  await tx.query(shareCase, [caseId]);
  const scopeId = await scopeOf(tx, caseId, newId(now));
  const [entryId, salt, text] = [newId(now), randomBytes(32), detailText(detail)];
  const hash = detailHash(salt, text);
  const row = { table, rowId: entryId };
  const sealed = await sealer.sealRow(tx, scopeId, row, { salt: salt.toString('hex'), body: text });
  await tx.query('insert into audit_detail (id, case_id, hash, salt, body) values ($1, $2, $3, $4, $5)', [
    entryId,
    caseId,
    Buffer.from(hash, 'hex'),
    sealed.salt,
    sealed.body,
  ]);
  trail.detailed({ entryId, hash });
}

async function scopeOf(tx: EntityManager, caseId: string, fresh: string): Promise<string> {
  const known = await findScope(tx, caseId);
  if (known !== undefined) return known;
  await tx.query('insert into detail_scope (case_id, scope_id) values ($1, $2) on conflict do nothing', [
    caseId,
    fresh,
  ]);
  // Another transaction may have been first: then it has committed by now, and its key is the one.
  return (await findScope(tx, caseId))!;
}

async function findScope(tx: EntityManager, caseId: string): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }[]>(
    'select scope_id as id from detail_scope where case_id = $1',
    [caseId],
  );
  return row?.id;
}

interface KeptDetail {
  readonly salt: Buffer;
  readonly text: string;
}

/** @throws SealBroken when it was changed, or its key is gone. */
export async function openDetail(
  tx: EntityManager,
  sealer: Sealer,
  entryId: string,
): Promise<KeptDetail | undefined> {
  const [row] = await tx.query<{ scope: string; salt: Buffer; body: Buffer }[]>(
    `select scope_id as scope, salt, body from audit_detail join detail_scope using (case_id) where id = $1`,
    [entryId],
  );
  if (!row) return undefined;
  const open = (column: 'salt' | 'body') =>
    sealer.open(tx, row.scope, { table, column, rowId: entryId }, row[column]);
  return { salt: Buffer.from(await open('salt'), 'hex'), text: await open('body') };
}

/** Keeps everyone else from writing, holding or destroying details of this case until the transaction ends. */
export async function lockDetailsOf(tx: EntityManager, caseId: string): Promise<void> {
  await tx.query(ownCase, [caseId]);
}

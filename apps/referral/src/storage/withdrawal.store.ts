import { IsNull, type EntityManager } from 'typeorm';
import type { Sealer } from '@rujukan/sealing';
import type { Held } from '../domain/consents/consent-events.js';
import type { Handoff } from '../domain/handoffs/handoff.js';
import { agencyId, caseId, consentId, noticeId, type ConsentId, type NoticeId } from '../domain/ids.js';
import type { AnsweredNotice, Notice } from '../domain/consents/withdrawal.js';
import { disclosureRow } from './disclosure.row.js';
import { envelopeColumn, toHandoff, type DescribedRow } from './handoff.store.js';
import {
  consentHolderRow,
  withdrawalNoticeRow,
  type ConsentHolderRow,
  type WithdrawalNoticeRow,
} from './consent.row.js';

/** From now on the receiver has data under the consent that the handoff names. */
export async function insertHolder(tx: EntityManager, { terms }: Handoff, since: Date): Promise<void> {
  const { consentId: under } = terms.lawfulBasis;
  if (under === undefined) return;
  await tx.insert(consentHolderRow, {
    handoff_id: terms.id,
    consent_id: under,
    case_id: terms.caseId,
    agency_id: terms.to,
    kind: terms.kind,
    since,
  });
}

/** Everyone who ever got data under the consent, first to last. */
export async function findHolders(tx: EntityManager, id: ConsentId): Promise<ConsentHolderRow[]> {
  return tx.find(consentHolderRow, { where: { consent_id: id }, order: { since: 'asc', agency_id: 'asc' } });
}

/** Offers under the consent that nobody has accepted, locked. */
export async function findOffersUnder(tx: EntityManager, id: ConsentId): Promise<Handoff[]> {
  const rows = await tx.query<DescribedRow[]>(
    `select handoff.*, ${envelopeColumn('handoff')} from handoff
      where consent_id = $1 and accepted_at is null and ended_at is null order by id for update`,
    [id],
  );
  return rows.map(toHandoff);
}

/** Ends what is still open under the consent. @returns what was. */
export async function endAccess(
  tx: EntityManager,
  held: readonly ConsentHolderRow[],
  at: Date,
): Promise<Held[]> {
  const open = held.filter((one) => one.access_ended_at === null);
  for (const { handoff_id } of open) {
    await tx.update(consentHolderRow, { handoff_id, access_ended_at: IsNull() }, { access_ended_at: at });
    await tx.update(disclosureRow, { handoff_id, ended_at: IsNull() }, { ended_at: at });
  }
  return open.map((row) => ({
    handoffId: row.handoff_id,
    caseId: row.case_id,
    consentId: row.consent_id,
    agencyId: agencyId(row.agency_id),
    kind: row.kind,
  }));
}

export async function insertNotices(tx: EntityManager, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return;
  await tx.insert(
    withdrawalNoticeRow,
    notices.map((notice) => ({
      id: notice.id,
      consent_id: notice.consentId,
      case_id: notice.caseId,
      agency_id: notice.agencyId,
      version: notice.version,
      sent_at: notice.sentAt,
      due_at: notice.dueAt,
    })),
  );
}

/** The holder's own notice, kept from others until the transaction ends. */
export async function lockNotice(tx: EntityManager, id: NoticeId): Promise<Notice | undefined> {
  const row = await tx.findOne(withdrawalNoticeRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  return row ? toNotice(row) : undefined;
}

/** A notice as its holder is shown it: by the handoffs under which it got data. */
export interface NoticeOfHolder {
  readonly notice: Notice;
  readonly handoffs: readonly { readonly id: string; readonly number: string }[];
}

export async function findNoticesOf(
  tx: EntityManager,
  agency: string | null,
  page: {
    readonly state: 'open' | 'answered' | undefined;
    readonly before: string | undefined;
    readonly limit: number;
  },
): Promise<NoticeOfHolder[]> {
  const rows = await tx.query<(WithdrawalNoticeRow & Pick<NoticeOfHolder, 'handoffs'>)[]>(
    `select notice.*, (select json_agg(json_build_object('id', handoff.id, 'number', handoff.number) order by held.since)
              from consent_holder held join handoff on handoff.id = held.handoff_id
             where held.consent_id = notice.consent_id and held.agency_id = notice.agency_id) as handoffs
       from withdrawal_notice notice
      where agency_id = $1 and ($2::boolean is null or (answered_at is not null) = $2)
        and ($3::uuid is null or id < $3) order by id desc limit $4`,
    [agency, page.state === undefined ? null : page.state === 'answered', page.before ?? null, page.limit],
  );
  return rows.map((row) => ({ notice: toNotice(row), handoffs: row.handoffs }));
}

export async function findNotices(tx: EntityManager, id: ConsentId): Promise<Notice[]> {
  const rows = await tx.find(withdrawalNoticeRow, { where: { consent_id: id }, order: { agency_id: 'asc' } });
  return rows.map(toNotice);
}

/** Opens why a copy is kept, where the holder said so. */
export async function openReason(
  tx: EntityManager,
  sealer: Sealer,
  { id, caseId: scope }: Notice,
): Promise<string | undefined> {
  const [row] = await tx.query<{ reason: Buffer | null }[]>(
    'select reason from withdrawal_notice where id = $1',
    [id],
  );
  return row?.reason ? sealer.open(tx, scope, reasonOf(id), row.reason) : undefined;
}

/** Writes the holder's answer, with its reason sealed. */
export async function saveAnswer(
  tx: EntityManager,
  sealer: Sealer,
  notice: AnsweredNotice,
  reason: string | undefined,
): Promise<void> {
  const { answer, basis, at } = notice.answered;
  const { affected } = await tx.update(
    withdrawalNoticeRow,
    { id: notice.id, version: notice.version - 1 },
    {
      version: notice.version,
      answer,
      answered_at: at,
      lawful_basis: basis?.code ?? null,
      lawful_basis_article: basis?.article ?? null,
      reason: reason === undefined ? null : await sealer.seal(tx, notice.caseId, reasonOf(notice.id), reason),
    },
  );
  if (affected !== 1) throw new Error(`notice ${notice.id} was not at version ${notice.version - 1}`);
}

const reasonOf = (id: string) => ({ table: 'withdrawal_notice', column: 'reason', rowId: id });

export function toNotice(row: WithdrawalNoticeRow): Notice {
  const { answer, answered_at, lawful_basis, lawful_basis_article } = row;
  const basis =
    lawful_basis === null
      ? {}
      : {
          basis: {
            code: lawful_basis,
            ...(lawful_basis_article === null ? {} : { article: lawful_basis_article }),
          },
        };
  return {
    id: noticeId(row.id),
    consentId: consentId(row.consent_id),
    caseId: caseId(row.case_id),
    agencyId: agencyId(row.agency_id),
    version: row.version,
    sentAt: row.sent_at,
    dueAt: row.due_at,
    ...(answer === null || answered_at === null ? {} : { answered: { answer, at: answered_at, ...basis } }),
  };
}

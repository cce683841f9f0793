import type { EntityManager } from 'typeorm';
import type { Act } from '@rujukan/persistence';
import type { ChildOutline, Custody } from '../domain/custody/custody.js';
import {
  factsOf,
  type Handoff,
  type HandoffOfCase,
  type LawfulBasis,
  type Progress,
  type StepReason,
} from '../domain/handoffs/handoff.js';
import {
  agencyId,
  caseId,
  consentId,
  handoffId,
  openRequestId,
  overrideId,
  serviceId,
  type AgencyId,
  type HandoffId,
  type OpenRequestId,
} from '../domain/ids.js';
import { manifestOf, type Manifest } from '../domain/disclosures/manifest.js';
import { toOutline } from './custody.store.js';
import type { HandoffEnvelopeRow } from './disclosure.row.js';
import { followHandoff } from './disclosure.store.js';
import { settleClocks } from './handoff-clocks.store.js';
import { handoffRow, handoffTextRow, type HandoffRow } from './handoff.row.js';
import type { SealedText } from './handoff-text.store.js';

// The two unique rules of the table, as a conflict must name them.
const isWaiting = `status in ('draft', 'requested', 'received', 'returned')`;
const anyOpenTransfer = `(case_id) where kind = 'transfer' and ${isWaiting}`;
const sameOpenOffer = `(case_id, to_agency_id, service_type, kind) where ${isWaiting}`;

/**
 * Writes a new handoff, its envelope, its first step and its sealed texts in one statement.
 *
 * @returns false when another transfer of the case, or the same offer, is waiting for an answer.
 */
export async function placeHandoff(
  tx: EntityManager,
  handoff: Handoff,
  texts: readonly SealedText[],
): Promise<boolean> {
  const placed = await tx.query<object[]>(
    `with placed as (
       insert into handoff select * from jsonb_populate_record(null::handoff, $1)
       on conflict ${handoff.terms.kind === 'transfer' ? anyOpenTransfer : sameOpenOffer} do nothing
       returning id, version, status, requested_at, from_agency_id
     ), envelope as (
       insert into handoff_envelope select described.*
         from placed, jsonb_populate_record(null::handoff_envelope, $4) described where $4::jsonb is not null
     ), step as (
       insert into handoff_step (handoff_id, version, status, at, agency_id)
       select id, version, status, requested_at, from_agency_id from placed
     ), text as (
       insert into handoff_text (handoff_id, part, agency_id, sealed)
       select id, part, from_agency_id, sealed from placed, unnest($2::text[], $3::bytea[]) as text (part, sealed)
     )
     select id from placed`,
    [
      toRow(handoff),
      texts.map(({ part }) => part),
      texts.map(({ sealed }) => sealed),
      toEnvelopeRow(handoff),
    ],
  );
  return placed.length === 1;
}

/**
 * Locks custody first and then the handoff, so that everything about one case happens one after the other.
 * Both rows are locked, because only a locked row is read again after waiting for whoever was first.
 *
 * @returns undefined where the caller is no party; without custody where the handoff gives no view of it any more.
 */
export async function lockHandoff(tx: EntityManager, id: HandoffId): Promise<HandoffOfCase | undefined> {
  const [row] = await tx.query<
    (DescribedRow & { custodian_agency_id: string; epoch: number; closed_at: Date | null })[]
  >(
    `select handoff.*, ${envelopeColumn('handoff')}, custody.custodian_agency_id, custody.epoch, custody.closed_at
       from case_custody custody join handoff using (case_id)
      where handoff.id = $1 for update of custody, handoff`,
    [id],
  );
  if (!row) return lockAlone(tx, id);
  const handoff = toHandoff(row);
  const custody: Custody = {
    caseId: handoff.terms.caseId,
    caseNumber: handoff.terms.caseNumber,
    custodian: agencyId(row.custodian_agency_id),
    epoch: row.epoch,
    isClosed: row.closed_at !== null,
  };
  return { handoff, custody };
}

/** One that has ended, or a transfer that moved custody away from who asks: it stands, and its case is another's. */
async function lockAlone(tx: EntityManager, id: HandoffId): Promise<HandoffOfCase | undefined> {
  const [row] = await tx.query<DescribedRow[]>(
    `select handoff.*, ${envelopeColumn('handoff')}, ${accessColumn('handoff')}
       from handoff where id = $1 for update`,
    [id],
  );
  return row && { handoff: toHandoff(row) };
}

/** Those of an open request that are not over, locked. */
export async function findOpenRequest(tx: EntityManager, id: OpenRequestId): Promise<Handoff[]> {
  const rows = await tx.query<DescribedRow[]>(
    `select handoff.*, ${envelopeColumn('handoff')}, ${accessColumn('handoff')} from handoff
      where open_request_id = $1 and ended_at is null order by id for update`,
    [id],
  );
  return rows.map(toHandoff);
}

/** Offers at low risk whose answer was due before this time, the oldest first. */
export async function findUnanswered(
  tx: EntityManager,
  dueBefore: Date,
  limit: number,
): Promise<HandoffId[]> {
  const rows = await tx.query<{ id: string }[]>(
    `select id from handoff where risk_level = 'low' and status in ('requested', 'received') and due_at < $1
      order by due_at limit $2`,
    [dueBefore, limit],
  );
  return rows.map(({ id }) => handoffId(id));
}

/** When the handoff came to the state in which it is. */
export async function findLastStep(tx: EntityManager, id: HandoffId): Promise<Date | undefined> {
  const [row] = await tx.query<{ at: Date }[]>(
    'select at from handoff_step where handoff_id = $1 order by version desc limit 1',
    [id],
  );
  return row?.at;
}

/** On what it rests now: a draft that is sent may rest on a consent that is newer than it. */
export async function saveBasis(tx: EntityManager, { terms }: Handoff): Promise<void> {
  const { consentId: consent, overrideId: override } = terms.lawfulBasis;
  await tx.update(
    handoffRow,
    { id: terms.id },
    { consent_id: consent ?? null, override_id: override ?? null },
  );
}

/** Who of the receiving agency is on it; no step of the machine. */
export async function saveClaim(tx: EntityManager, { terms, claimedBy }: Handoff): Promise<void> {
  await tx.update(handoffRow, { id: terms.id }, { claimed_by: claimedBy ?? null });
}

/** Writes where a handoff stands now, the step that led there, the texts that came with it, and what that does to its clocks. */
export async function saveHandoff(
  tx: EntityManager,
  handoff: Handoff,
  step: {
    readonly act: Act;
    readonly at: Date;
    readonly by: AgencyId;
    readonly texts?: readonly SealedText[];
    /** Why the step was taken; of an answer, what the answer says. */
    readonly why?: StepReason | undefined;
  },
): Promise<void> {
  const { terms, version, progress } = handoff;
  const { texts = [] } = step;
  const facts = factsOf(progress);
  const saved = await tx.query<object[]>(
    `with moved as (
       update handoff set version = $2, status = $3, accepted_at = $4, ended_at = $5, status_reason = $6, outcome = $7,
              requested_at = $10, due_at = $11
        where id = $1 and version = $2 - 1 returning id
     ), step as (
       insert into handoff_step (handoff_id, version, status, status_reason, outcome, at, agency_id)
       select id, $2, $3, $12, $7, $8, $9 from moved
     )
     select id from moved`,
    [
      terms.id,
      version,
      progress.status,
      facts.acceptedAt ?? null,
      facts.endedAt ?? null,
      facts.reason ?? null,
      facts.outcome ?? null,
      step.at,
      step.by,
      terms.requestedAt,
      terms.dueAt,
      step.why ?? facts.reason ?? null,
    ],
  );
  if (saved.length !== 1) throw new Error(`handoff ${terms.id} was not at version ${version - 1}`);
  if (texts.length > 0)
    await tx.insert(
      handoffTextRow,
      texts.map((text) => ({ ...text, handoff_id: terms.id, agency_id: step.by })),
    );
  await followHandoff(tx, handoff);
  await settleClocks(tx, step.act, handoff, step.at);
}

/** A handoff with its envelope, which is null once the preview is purged, and for a receiver that said no. */
export type DescribedRow = HandoffRow & {
  readonly envelope: HandoffEnvelopeRow | null;
  /** When the consent under it was gone; absent where nobody asked. */
  readonly access_ended_at?: Date | null;
};

export const envelopeColumn = (handoff: string): string =>
  `(select to_jsonb(e) from handoff_envelope e where e.handoff_id = ${handoff}.id) as envelope`;

export const accessColumn = (handoff: string): string =>
  `(select access_ended_at from consent_holder held where held.handoff_id = ${handoff}.id) as access_ended_at`;

export const toHandoff = (row: DescribedRow): Handoff => ({
  terms: {
    id: handoffId(row.id),
    number: row.number,
    caseId: caseId(row.case_id),
    caseNumber: row.case_number,
    custodyEpoch: row.custody_epoch,
    kind: row.kind,
    from: agencyId(row.from_agency_id),
    to: agencyId(row.to_agency_id),
    ...(row.service_id === null ? {} : { serviceId: serviceId(row.service_id) }),
    serviceType: row.service_type,
    shareProfile: row.share_profile,
    lawfulBasis: {
      code: row.lawful_basis,
      ...(row.lawful_basis_article === null ? {} : { article: row.lawful_basis_article }),
      ...(row.consent_id === null ? {} : { consentId: consentId(row.consent_id) }),
      ...(row.override_id === null ? {} : { overrideId: overrideId(row.override_id) }),
    },
    manifest: toManifest(row),
    priority: row.priority,
    ...toChild(row),
    ...(row.open_request_id === null ? {} : { openRequest: openRequestId(row.open_request_id) }),
    ...(row.part_of_id === null || row.forwarded_by_agency_id === null
      ? {}
      : {
          onward: {
            partOf: handoffId(row.part_of_id),
            forwardedBy: agencyId(row.forwarded_by_agency_id),
          },
        }),
    requestedAt: row.requested_at,
    dueAt: row.due_at,
  },
  version: row.version,
  progress: toProgress(row),
  ...(row.access_ended_at ? { accessEndedAt: row.access_ended_at } : {}),
  ...(row.claimed_by === null ? {} : { claimedBy: row.claimed_by }),
});

function toManifest({ kind, share_profile, profile_version, will_share }: HandoffRow): Manifest {
  if (profile_version === null || will_share === null) return manifestOf(kind, share_profile);
  return { profileVersion: profile_version, fieldGroups: will_share };
}

function toChild({ risk_level, envelope }: DescribedRow): { readonly child?: ChildOutline } {
  if (!envelope) return {};
  const { sex } = envelope;
  return { child: { ...toOutline({ risk_level, ...envelope }), ...(sex === null ? {} : { sex }) } };
}

/** The constraints of the table hold what the type says: each status with exactly its own facts. */
const toProgress = ({ status, accepted_at, ended_at, status_reason, outcome }: HandoffRow): Progress =>
  ({
    status,
    ...(accepted_at === null ? {} : { acceptedAt: accepted_at }),
    ...(ended_at === null ? {} : { endedAt: ended_at }),
    ...(status_reason === null ? {} : { reason: status_reason }),
    ...(outcome === null ? {} : { outcome }),
  }) as Progress;

function toRow({ terms, version, progress, claimedBy }: Handoff): Partial<HandoffRow> {
  const { child, lawfulBasis, manifest } = terms;
  return {
    id: terms.id,
    number: terms.number,
    case_id: terms.caseId,
    case_number: terms.caseNumber,
    custody_epoch: terms.custodyEpoch,
    kind: terms.kind,
    status: progress.status,
    version,
    from_agency_id: terms.from,
    to_agency_id: terms.to,
    service_id: terms.serviceId ?? null,
    service_type: terms.serviceType,
    share_profile: terms.shareProfile,
    ...basisColumns(lawfulBasis),
    priority: terms.priority,
    risk_level: child?.riskLevel ?? 'unassessed',
    profile_version: manifest.profileVersion,
    will_share: [...manifest.fieldGroups],
    ...toRoad(terms),
    claimed_by: claimedBy ?? null,
    requested_at: terms.requestedAt,
    due_at: terms.dueAt,
    ...toFacts(progress),
  };
}

function toFacts(progress: Progress) {
  const { acceptedAt, endedAt, reason, outcome } = factsOf(progress);
  return {
    accepted_at: acceptedAt ?? null,
    ended_at: endedAt ?? null,
    status_reason: reason ?? null,
    outcome: outcome ?? null,
  };
}

const toRoad = ({ openRequest, onward }: Handoff['terms']) => ({
  open_request_id: openRequest ?? null,
  part_of_id: onward?.partOf ?? null,
  forwarded_by_agency_id: onward?.forwardedBy ?? null,
});

const toEnvelopeRow = ({ terms: { id, from, child } }: Handoff): HandoffEnvelopeRow | null =>
  child
    ? {
        handoff_id: id,
        agency_id: from,
        age_band: child.ageBand,
        sex: child.sex ?? null,
        area_code: child.areaCode ?? null,
        languages: [...child.languages],
        has_disability: child.hasDisability,
      }
    : null;

const basisColumns = ({ code, article, consentId: under, overrideId: past }: LawfulBasis) => ({
  lawful_basis: code,
  lawful_basis_article: article ?? null,
  consent_id: under ?? null,
  override_id: past ?? null,
});

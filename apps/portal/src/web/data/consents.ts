import { queryOptions } from '@tanstack/react-query';
import type {
  childAssent,
  CodeOf,
  consentForm,
  consentGiver,
  consentStatus,
  FieldGroup,
  giverRelation,
  purposeOfUse,
  withdrawalAnswer,
} from '@rujukan/contracts';
import { callApi } from '../app/call-api.js';

export type Giver = CodeOf<typeof consentGiver>;
export type Relation = CodeOf<typeof giverRelation>;

/** What somebody was asked and said. */
export interface NewConsent {
  readonly isGiven: boolean;
  readonly givenBy: Giver;
  readonly relation: Relation;
  readonly childAssent: CodeOf<typeof childAssent>;
  readonly purposes: readonly CodeOf<typeof purposeOfUse>[];
  readonly recipients: readonly string[];
  readonly told: readonly never[];
  readonly fieldGroups: readonly FieldGroup[];
  readonly text: { readonly language: string; readonly version: number };
  readonly form: CodeOf<typeof consentForm>;
  /** Where the paper or the recording is kept. */
  readonly evidence: string;
  readonly validFrom: string;
  readonly validTo: string;
}

export interface Consent extends Omit<NewConsent, 'evidence'> {
  readonly id: string;
  readonly version: number;
  readonly status: CodeOf<typeof consentStatus>;
  /** Does it carry anything today? */
  readonly counts: boolean;
  readonly recordedAt: string;
  readonly endedAt?: string;
}

export const consentsQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['consents', caseId],
    queryFn: ({ signal }) =>
      callApi<{ items: readonly Consent[] }>(`/api/referral/v1/cases/${caseId}/consents`, { signal }),
  });

export const recordConsent = (
  caseId: string,
  consent: NewConsent,
  idempotencyKey: string,
): Promise<{ readonly status: Consent['status'] }> =>
  callApi(`/api/referral/v1/cases/${caseId}/consents`, { method: 'POST', body: consent, idempotencyKey });

/** An agency that got data under a consent; asked, once that is withdrawn, what becomes of its copy. */
interface Holder {
  readonly agencyId: string;
  readonly handoffId: string;
  readonly accessEndedAt?: string;
}

interface HolderAnswer {
  readonly noticeId: string;
  readonly agencyId: string;
  readonly dueAt: string;
  /** From here on: once it has answered. */
  readonly answer?: CodeOf<typeof withdrawalAnswer>;
  readonly at?: string;
}

/** One consent whole. Asked for when somebody wants to know who has data under it, and never by itself: its reading is on record. */
export const consentQuery = (id: string) =>
  queryOptions({
    queryKey: ['consent', id],
    queryFn: ({ signal }) =>
      callApi<
        Consent & { readonly holders: readonly Holder[]; readonly withdrawal: readonly HolderAnswer[] }
      >(`/api/referral/v1/consents/${id}`, { signal }),
  });

/** Taken back by somebody entitled, or never given at all: written down by mistake. */
export interface Withdrawal {
  readonly by: Giver;
  readonly reason: 'withdrawn' | 'entered-in-error';
  readonly note?: string;
}

export const withdrawConsent = (
  { id, version }: Pick<Consent, 'id' | 'version'>,
  withdrawal: Withdrawal,
  idempotencyKey: string,
): Promise<unknown> =>
  callApi(`/api/referral/v1/consents/${id}/withdrawals`, {
    method: 'POST',
    body: withdrawal,
    ifMatch: version,
    idempotencyKey,
  });

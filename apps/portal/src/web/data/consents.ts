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

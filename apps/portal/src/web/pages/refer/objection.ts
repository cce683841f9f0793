import type { Consent } from '../../data/consents.js';
import type { Override, Proposal } from '../../data/overrides.js';
import type { Wanted } from './consent-form.js';

const saidAt = ({ status, recordedAt, endedAt }: Consent): string =>
  (status === 'withdrawn' && endedAt) || recordedAt;

/** Was the last word about this agency and purpose a no? The service decides; this only says so before. */
export function hasObjection(consents: readonly Consent[], { agencyId, profile }: Wanted): boolean {
  const last = consents
    .filter(
      ({ recipients, purposes, status }) =>
        status !== 'entered-in-error' && recipients.includes(agencyId) && purposes.includes(profile.purpose),
    )
    .toSorted((one, other) => saidAt(other).localeCompare(saidAt(one)))[0];
  return last?.status === 'inactive' || last?.status === 'withdrawn';
}

/** An approval is for what is urgent; later, somebody has to look again. */
const usableMs = 72 * 3_600_000;

/** The exception that was asked for exactly this: what waits for a second person, or may be used now. */
export const exceptionFor = (
  overrides: readonly Override[],
  { basis, toAgencyId, serviceType }: Omit<Proposal, 'reason'>,
  now: Date,
): Override | undefined =>
  overrides.find(
    (one) =>
      one.basis === basis &&
      one.toAgencyId === toAgencyId &&
      one.serviceType === serviceType &&
      (one.status === 'proposed' ||
        (one.status === 'approved' &&
          now.getTime() - new Date(one.decidedAt ?? one.proposedAt).getTime() < usableMs)),
  );

// @ts-check
import { agencyId, serviceId } from '../../deploy/demo/directory.mjs';
import { caseIdOf } from './cases.mjs';

/** A counter over cases that no handoff was sent for yet. @param {number} first */
export function freshCases(first) {
  let n = first;
  return { next: () => caseIdOf(n++), taken: () => n };
}

/** @param {string} caseId */
export const handoffOf = (caseId) => ({
  path: '/v1/handoffs',
  body: {
    caseId,
    kind: 'referral',
    to: { agencyId: agencyId('ngo-e'), serviceId: serviceId('ngo-e', 'emergency-shelter') },
    serviceType: 'emergency-shelter',
    shareProfile: 'shelter-placement',
    lawfulBasis: { code: 'vital-interest' },
    purpose: 'Tempat aman malam ini.',
    priority: 'stat',
  },
});

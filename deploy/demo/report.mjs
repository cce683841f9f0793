// @ts-check
import { agencyId } from './directory.mjs';

/**
 * A report to the city's protection unit; say what matters.
 *
 * @param {Record<string, unknown>} more
 */
export const reportOf = (more) => ({
  channel: 'police-operation',
  reporterRole: 'officer',
  isAnonymous: false,
  recipientAgencyId: agencyId('uptd-ptk'),
  place: { type: 'lodging', areaCode: '61.71.01', description: 'Penginapan 1' },
  immediateSafety: 'unsafe',
  exploitationTypes: ['cse-commercial'],
  platforms: ['chat-location-app'],
  ...more,
});

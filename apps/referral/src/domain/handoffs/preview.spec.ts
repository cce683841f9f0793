import { readdirSync, readFileSync } from 'node:fs';
import { shareProfileCodes, shareProfiles, type ShareProfileCode } from '@rujukan/contracts';
import { forEveryone } from '../directory/eligibility.js';
import { knownCase, night, receiver, terms } from '../fixtures/a-handoff.js';
import { previewOf } from './preview.js';
import type { Receiver } from './receiver.js';
import { request, type Ask } from './request.js';

const golden = new URL('./golden/', import.meta.url);
const opening = shareProfileCodes.filter((code) =>
  ['referral', 'transfer'].includes(shareProfiles[code].road),
);

/** A request under a profile, of the first service and to the first kind of agency that it is meant for. */
function handoffUnder(shareProfile: ShareProfileCode) {
  const { road, receivers, serviceTypes } = shareProfiles[shareProfile];
  const ask: Ask = {
    kind: road === 'transfer' ? 'transfer' : 'referral',
    to: receiver,
    serviceType: serviceTypes[0] ?? 'case-management',
    shareProfile,
    lawfulBasis: { code: 'vital-interest' },
    priority: 'stat',
  };
  const offered: Receiver = { agencyType: receivers[0]!, services: [forEveryone], agreement: 'valid' };
  const birth = { id: terms.id, number: terms.number, now: night };
  const outcome = request(knownCase(), ask, offered, birth);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

describe('what a receiver would see', () => {
  it.each(opening)('is exactly this under %s', (code) => {
    const expected = JSON.parse(readFileSync(new URL(`${code}.json`, golden), 'utf8')) as unknown;
    expect(JSON.parse(JSON.stringify(previewOf(handoffUnder(code))))).toEqual(expected);
  });

  it('is written down for each profile that opens a file, and for no other', () => {
    expect(readdirSync(golden).sort()).toEqual(opening.map((code) => `${code}.json`).sort());
  });
});

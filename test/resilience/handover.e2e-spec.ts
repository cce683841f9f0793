import { eventually } from '@rujukan/testing';
import { accessToCase, requestHandoff } from '../../deploy/demo/steps.mjs';
import { shelterOf } from '../e2e/support/path.js';
import { world } from '../e2e/support/world.js';
import { allReady, kill9, restarted } from './support/processes.js';
import { aTransfer, step } from './support/races.js';

// Four ways in which handovers between agencies went wrong elsewhere (SORMAS-Foundation/SORMAS-Project): two owners after
// an error in the middle (#9967), an acceptance of what was deleted (#10611), an acceptance at the moment of the revocation
// (#11143), and edits from a page that was opened before (#11391). Each with a process taken away in the middle.

const here = world();
const { api, agencyOf } = here;
const [giver, taker] = [api.as('uptd.manajer'), api.as('skw.manajer')];
const agencies = { giver: agencyOf('uptd.manajer'), taker: agencyOf('skw.manajer') };

beforeEach(() => allReady());

interface Custody {
  readonly custodianAgencyId: string;
  readonly epoch: number;
  readonly history: readonly { readonly epoch: number; readonly agencyId: string }[];
}

/** Who of the two sees custody of the case: each is asked, and no more than one may be told. */
async function custodyOf(caseId: string): Promise<Custody> {
  const answers = await Promise.all(
    [giver, taker].map((who) => who.get('referral', `/v1/cases/${caseId}`, { expect: [200, 404] })),
  );
  const seen = answers.filter((answer) => 'epoch' in answer);
  expect(seen).toHaveLength(1);
  return seen[0] as Custody;
}

/** The old page sends a consultation: what it is told, under the custody that it was opened with. */
const offers = (caseId: string, status: number, custodyEpoch = 1) =>
  giver.post(
    'referral',
    '/v1/handoffs',
    {
      caseId,
      custodyEpoch,
      kind: 'consultation',
      to: { agencyId: agencyOf('ngo.pengelola') },
      serviceType: 'emergency-shelter',
      shareProfile: 'shelter-placement',
      lawfulBasis: { code: 'vital-interest' },
      purpose: 'Tempat aman malam ini.',
      priority: 'stat',
    },
    { expect: [status] },
  );

/** In every service the one sees the case and the other does not. */
const settled = (caseId: string, holder: typeof giver, other: typeof giver): Promise<unknown> =>
  eventually(
    'one agency to see the case, in every service',
    async () => {
      const roads = [
        ['intake', `/v1/cases/${caseId}`],
        ['victim-services', `/v1/cases/${caseId}/support`],
        ['referral', `/v1/cases/${caseId}`],
      ] as const;
      const statusOf = async (who: typeof giver, service: string, path: string) =>
        ((await who.get(service, path, { expect: [200, 404] })) as { status?: unknown }).status === 404;
      const [hidden, shown] = await Promise.all([
        Promise.all(roads.map(([service, path]) => statusOf(other, service, path))),
        Promise.all(roads.map(([service, path]) => statusOf(holder, service, path))),
      ]);
      return hidden.every(Boolean) && !shown.some(Boolean);
    },
    { withinMs: 60_000, everyMs: 200 },
  );

describe.each([
  ['the referral service', 'referral'],
  ['its relay and consumers', 'referral-worker'],
  ['the relay and consumers of intake', 'intake-worker'],
  ['the database', 'postgres'],
])('an acceptance while %s is killed', (_, victim) => {
  it('leaves one custodian, in every service, and a line without a fork', async () => {
    const { caseId, transferId } = await aTransfer(here);
    await accessToCase(giver, 'intake', caseId);
    const accepting = step(taker, transferId, 'acceptances', { version: 1 });
    const before = kill9(victim);
    expect(await accepting).toBe('done');
    await restarted(victim, before);

    await settled(caseId, taker, giver);
    expect(await custodyOf(caseId)).toMatchObject({
      custodianAgencyId: agencies.taker,
      epoch: 2,
      history: [
        { epoch: 1, agencyId: agencies.giver },
        { epoch: 2, agencyId: agencies.taker },
      ],
    });
  });
});

const mistaken = { reason: 'wrong-receiver' };

describe.each([
  ['a recall', 'recalls', 'cancelled'],
  ['a mark that it was written in error', 'error-marks', 'entered-in-error'],
])('an acceptance at the moment of %s', (_, road, end) => {
  it('has one outcome, whatever is killed: what is gone cannot be accepted, what is accepted stays', async () => {
    const transfers: { caseId: string; transferId: string }[] = [];
    for (let n = 0; n < 4; n += 1) transfers.push(await aTransfer(here));
    const racing = transfers.map(({ transferId }) =>
      Promise.all([
        step(taker, transferId, 'acceptances', { version: 1 }),
        step(giver, transferId, road, { version: 1, body: mistaken }),
      ]),
    );
    const before = kill9('referral');
    const verdicts = await Promise.all(racing);
    await restarted('referral', before);

    for (const [n, [accepted, taken]] of verdicts.entries()) {
      const { caseId, transferId } = transfers[n]!;
      expect([accepted, taken].filter((verdict) => verdict === 'done')).toHaveLength(1);
      const { status } = await giver.get('referral', `/v1/handoffs/${transferId}`);
      const { custodianAgencyId, epoch } = await custodyOf(caseId);
      expect([status, custodianAgencyId, epoch]).toEqual(
        accepted === 'done' ? ['accepted', agencies.taker, 2] : [end, agencies.giver, 1],
      );
    }
  });
});

describe('a page that was opened before the handover', () => {
  it('changes nothing any more, though the news of it is late', async () => {
    const { caseId, transferId } = await aTransfer(here);
    await accessToCase(giver, 'intake', caseId);
    const page = await giver.get('referral', `/v1/cases/${caseId}`);
    const before = kill9('referral-worker');
    expect(await step(taker, transferId, 'acceptances', { version: 1 })).toBe('done');

    expect(await offers(caseId, 404)).toMatchObject({ code: 'not-found' });
    expect(await step(giver, transferId, 'recalls', { version: 1, body: mistaken })).toBe('stale-version');
    await restarted('referral-worker', before);
    await settled(caseId, taker, giver);
    expect(page.epoch).toBe(1);
    expect(await custodyOf(caseId)).toMatchObject({ custodianAgencyId: agencies.taker, epoch: 2 });
  });

  it('is stopped by its epoch even when the case has come back', async () => {
    const { caseId, transferId } = await aTransfer(here);
    expect(await step(taker, transferId, 'acceptances', { version: 1 })).toBe('done');
    const back = await requestHandoff(taker, {
      ...shelterOf(caseId, 'uptd-ptk'),
      kind: 'transfer',
      serviceType: 'case-management',
      shareProfile: 'case-transfer',
    });
    expect(await step(giver, back.id as string, 'acceptances', { version: 1 })).toBe('done');
    const custody = await custodyOf(caseId);
    expect(custody).toMatchObject({ custodianAgencyId: agencies.giver, epoch: 3 });
    expect(await offers(caseId, 412, 1)).toMatchObject({ code: 'stale-epoch' });
    expect(await offers(caseId, 201, 3)).toMatchObject({ status: 'requested' });
  });
});

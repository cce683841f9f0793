import { eventually } from '@rujukan/testing';
import { pandan } from '../../../deploy/demo/child.mjs';
import { agencyId } from '../../../deploy/demo/directory.mjs';
import {
  acceptReport,
  accessToCase,
  agreePlan,
  answerHandoff,
  requestHandoff,
} from '../../../deploy/demo/steps.mjs';
import { aDecision, aReport } from '../support/report.js';
import { anOffer, aStory, refusalOf } from '../support/story.js';

const { api, at, step, anchor } = aStory('d06');
const manager = api.as('uptd.manajer');
const full = api.as('plat.pengelola');
const next = api.as('ngo.pengelola');
const lawyer = api.as('lbh1.advokat');

const needsBed = { basis: { code: 'vital-interest' }, priority: 'stat' };
const found = aReport({
  children: [pandan],
  policeReportNumber: 'LP/A/9003/IX/2025/SPKT/POLRESTA PONTIANAK/POLDA KALIMANTAN BARAT',
  modus: ['chat-app-advert', 'peer-recruiter'],
});
/** Long enough ago that no other case's declines are of that month alone. */
const start = '-49d 11:00';
const startedAt = new Date(anchor.getTime() - (49 * 24 + 11) * 3_600_000);

let caseId: string;
let declined: { id: string };
let placement: { id: string };
let before: number;

interface Clock {
  readonly id: string;
  readonly definition: string;
  readonly state: string;
  readonly startedAt: string;
  readonly serviceType?: string;
}

async function needClock(): Promise<Clock> {
  const { items } = (await manager.get('referral', `/v1/cases/${caseId}/clocks`)) as { items: Clock[] };
  const needs = items.filter(
    (clock) => clock.definition === 'referral-need' && clock.serviceType === 'emergency-shelter',
  );
  expect(needs).toHaveLength(1);
  return needs[0]!;
}

/** The clocks of one handoff, as the custodian sees them. */
async function clocksOf(handoffId: string, definition: string): Promise<Clock[]> {
  const { items } = (await manager.get('referral', `/v1/handoffs/${handoffId}/clocks`)) as { items: Clock[] };
  return items.filter((clock) => clock.definition === definition);
}

/** How often the shelter was full, as the commissioner reads it; the day before and after, for the local date. */
async function declinesOf(login: string): Promise<number> {
  const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);
  const from = dayOf(startedAt.getTime() - 86_400_000);
  const until = dayOf(startedAt.getTime() + 86_400_000);
  const report = await api.as(login).get('referral', `/v1/capacity-declines?from=${from}&until=${until}`);
  return report.items
    .filter(
      (line: { agencyId: string; serviceType: string }) =>
        line.agencyId === agencyId('plat') && line.serviceType === 'emergency-shelter',
    )
    .reduce((sum: number, line: { count: number }) => sum + line.count, 0);
}

interface Line {
  readonly kind: string;
  readonly at: string;
  readonly handoffId?: string;
}
const isBetween = (at: string, from: Date, until: number): boolean =>
  Date.parse(at) >= from.getTime() && Date.parse(at) <= until;

/** The alert on somebody's list, on whichever page it is. */
const warningTo = (login: string, isIt: (line: Line) => boolean) =>
  eventually(
    `the alert of ${login}`,
    async () => {
      let cursor = '';
      do {
        const page = await api.as(login).get('referral', `/v1/notifications?limit=100${cursor}`);
        const found = page.items.find((line: Line) => line.kind === 'capacity-alert' && isIt(line));
        if (found) return found;
        cursor = page.next ? `&cursor=${encodeURIComponent(page.next)}` : '';
      } while (cursor);
      return undefined;
    },
    { withinMs: 30_000, everyMs: 250 },
  );

describe('D-06: the shelter is full', () => {
  beforeAll(async () => {
    before = await declinesOf('kppad.komisioner');
    await at(start);
    const report = await step('filed', (key) =>
      api.as('pol.penyidik').post('intake', '/v1/reports', found, { key }),
    );
    const accepted = await step('accepted', (key) =>
      acceptReport(api.as('uptd.pengaduan'), report.id, aDecision(), key),
    );
    caseId = accepted.cases[0].id;
    declined = await step('bed asked', (key) =>
      requestHandoff(manager, anOffer(caseId, 'plat', needsBed), key),
    );
    await at('+0:30');
    await step('heard', (key) => answerHandoff(full, declined.id, 'receipts', {}, key));
    await at('+0:20');
    await step('declined', (key) =>
      answerHandoff(full, declined.id, 'rejections', { reason: 'no-capacity' }, key),
    );
  });

  it('proposes the next provider that has room at once', async () => {
    const proposal = await eventually(
      'the next provider',
      async () => (await manager.get('referral', `/v1/handoffs/${declined.id}`)).proposal,
      { withinMs: 30_000 },
    );
    expect(proposal.agency).toMatchObject({ agencyId: agencyId('ngo-e'), code: 'ngo-e' });
    expect(await full.get('referral', `/v1/handoffs/${declined.id}`)).not.toHaveProperty('proposal');
  });

  it('warns the supervisor, who is told which handoff, and the social services, who are told which service', async () => {
    const warning = await warningTo('uptd.penyelia', ({ handoffId }) => handoffId === declined.id);
    expect(warning).toMatchObject({ serviceType: 'emergency-shelter' });
    const soon = Date.parse(warning.at) + 10 * 60_000;
    const heard = await warningTo('dinsos.peksos', ({ at }) => isBetween(at, startedAt, soon));
    expect(heard).toMatchObject({ serviceType: 'emergency-shelter', areaCode: '61.71' });
    expect(heard).not.toHaveProperty('handoffId');
    const { items } = await manager.get('referral', '/v1/notifications?limit=100');
    expect(items.length).toBeGreaterThan(0);
    expect(items.filter((line: Line) => line.kind === 'capacity-alert')).toEqual([]);
  });

  it('lets the clock of her need run on across the decline, and meets it within three hours', async () => {
    const need = await needClock();
    expect(need.state).toBe('running');
    await at('+0:08');
    placement = await step('next asked', (key) =>
      requestHandoff(manager, anOffer(caseId, 'ngo-e', needsBed), key),
    );
    expect(await needClock()).toMatchObject({ id: need.id, state: 'running', startedAt: need.startedAt });
    await at('+1:37');
    await step('bed given', (key) => answerHandoff(next, placement.id, 'acceptances', {}, key));
    expect(await needClock()).toMatchObject({ id: need.id, state: 'met', isLate: false });
  });

  it.each(['kppad.komisioner', 'kpad.komisioner'])(
    'counts the decline in the report of %s',
    async (login) => {
      await eventually('one decline more', async () => (await declinesOf(login)) === before + 1, {
        withinMs: 30_000,
      });
    },
  );

  // Stricter than the line asks: an owner alone does not open the way, the claim must be done with, since closing ends every access.
  it('cannot be closed until her restitution has an owner, and the owner is done', async () => {
    await at('+6d');
    await accessToCase(manager, 'victim-services', caseId);
    await step('plan', () => agreePlan(manager, caseId, 'Pulih dan kembali bersekolah.', ['Restitusi']));
    const restitution = {
      serviceType: 'restitution-support',
      shareProfile: 'restitution',
      priority: 'routine',
    };
    const claim = await step('restitution asked', (key) =>
      requestHandoff(manager, anOffer(caseId, 'lbh-1', restitution), key),
    );
    await step('stay ends', (key) =>
      answerHandoff(next, placement.id, 'completions', { outcome: 'service-provided' }, key),
    );
    expect(await clocksOf(claim.id, 'referral-decision')).toEqual([
      expect.objectContaining({ agencyId: agencyId('lbh-1'), state: 'running' }),
    ]);
    const close = () =>
      manager.post('victim-services', `/v1/cases/${caseId}/closure-requests`, { reason: 'goals-met' });
    expect(await refusalOf(close)).toBe('handoffs-open');

    await at('+0:30');
    await step('owner assigned', (key) => answerHandoff(lawyer, claim.id, 'acceptances', {}, key));
    expect(await clocksOf(claim.id, 'referral-decision')).toEqual([
      expect.objectContaining({ state: 'met' }),
    ]);
    expect(await clocksOf(claim.id, 'referral-feedback')).toEqual([
      expect.objectContaining({ agencyId: agencyId('lbh-1'), state: 'running' }),
    ]);
    expect(await refusalOf(close)).toBe('handoffs-open');
    await at('+30d');
    await step('restitution ends', (key) =>
      answerHandoff(lawyer, claim.id, 'completions', { outcome: 'service-provided' }, key),
    );
    await eventually('closure to be possible', async () => (await refusalOf(close)) === 'done', {
      withinMs: 30_000,
    });
  });
});

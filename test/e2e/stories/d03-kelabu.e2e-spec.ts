import { eventually } from '@rujukan/testing';
import { agencyId } from '../../../deploy/demo/directory.mjs';
import { acceptReport, accessToCase, answerHandoff, requestHandoff } from '../../../deploy/demo/steps.mjs';
import { aConsent } from '../support/consent.js';
import { aDecision, aReport } from '../support/report.js';
import { anOffer, aStory, refusalOf, written } from '../support/story.js';

const { api, at, step, anchor } = aStory('d03');
const desk = api.as('uptd.pengaduan');
const manager = api.as('uptd.manajer');
const shelter = api.as('plat.pengelola');

/** She says 19, has no paper, and looks younger. */
const kelabu = {
  name: 'Kelabu Contoh',
  sex: 'female',
  statedAge: 19,
  ageCertainty: 'estimated',
  guardian: { isSuspect: false },
  currentLocation: 'Pos Satpol PP',
  languages: ['id'],
  hasDisability: false,
};
const patrol = aReport({
  channel: 'satpol-pp-patrol',
  children: [kelabu],
  modus: ['chat-app-advert', 'at-lodging'],
  contributingFactors: ['family-breakdown', 'homeless-runaway'],
});

/** What a correction must not move; that a warning was given meanwhile is no change of it. */
const datesOf = ({ clocks }: { clocks: Record<string, unknown>[] }) =>
  clocks.map(({ id, definition, round, startedAt, dueAt, state }) => ({
    id,
    definition,
    round,
    startedAt,
    dueAt,
    state,
  }));

let caseId: string;
let placement: { id: string };

describe('D-03: a girl of unknown age, found by a patrol', () => {
  beforeAll(async () => {
    await at('-2d 9:20');
    const report = await step('filed', (key) => desk.post('intake', '/v1/reports', patrol, { key }));
    await at('+0:10');
    const decision = aDecision({ riskLevel: 'unassessed' });
    const accepted = await step('accepted', (key) => acceptReport(desk, report.id, decision, key));
    caseId = accepted.cases[0].id;
    placement = await step('bed asked', (key) =>
      requestHandoff(manager, anOffer(caseId, 'plat', { priority: 'routine' }), key),
    );
  });

  it('is taken for a child as long as no document says otherwise', async () => {
    const file = await manager.get('intake', `/v1/cases/${caseId}`);
    expect(file.ageBand).toBe('unknown');
    expect(file.child).toMatchObject({ statedAge: 19, ageCertainty: 'estimated' });
    const seen = await shelter.get('referral', `/v1/handoffs/${placement.id}`);
    expect(seen.ageBand).toBe('unknown');
    const own = aConsent({ recipients: [agencyId('plat')], givenBy: 'by-child', relation: 'self' }, anchor);
    const answer = () => manager.post('referral', `/v1/cases/${caseId}/consents`, own);
    expect(await refusalOf(answer)).toBe('consent-giver-not-entitled');
  });

  it('is answered with the haste of a high risk while nobody has assessed it', async () => {
    const asked = await manager.get('referral', `/v1/handoffs/${placement.id}`);
    expect(Date.parse(asked.dueAt) - Date.parse(asked.requestedAt)).toBe(3 * 3_600_000);
    await at('+1:40');
    await step('bed given', (key) => answerHandoff(shelter, placement.id, 'acceptances', {}, key));
    const { items } = await manager.get('referral', `/v1/handoffs/${placement.id}/clocks`);
    const decision = items.find((clock: { definition: string }) => clock.definition === 'referral-decision');
    expect(decision).toMatchObject({ state: 'met', isLate: false });
  });

  it('has the police waiting still at the end, within the 72 hours of the law', async () => {
    await at('-0:01');
    const { clocks } = await manager.get('intake', `/v1/cases/${caseId}`);
    const duty = clocks.find((clock: { definition: string }) => clock.definition === 'police-report');
    expect(duty.state).toBe('running');
    expect(Date.parse(duty.dueAt) - Date.parse(duty.startedAt)).toBe(72 * 3_600_000);
    expect(Date.parse(duty.dueAt)).toBeGreaterThan(anchor.getTime());
  });

  it('loses nothing when a school register tells her birthday', async () => {
    const file = await manager.get('intake', `/v1/cases/${caseId}`);
    const found = {
      reason: 'registry-answered',
      birthDate: `${anchor.getUTCFullYear() - 17}-01-02`,
      ageCertainty: 'documented',
    };
    await step('age found', (key) =>
      manager.post('intake', `/v1/cases/${caseId}/identity-corrections`, found, {
        key,
        ifMatch: file.version,
      }),
    );
    const known = await manager.get('intake', `/v1/cases/${caseId}`);
    expect(known.ageBand).toBe('16-17');
    expect(known.child).toMatchObject({ ageCertainty: 'documented', statedAge: 19 });
    expect(datesOf(known)).toEqual(datesOf(file));
    const history = await manager.get('intake', `/v1/cases/${caseId}/identity-corrections`);
    expect(history.items).toMatchObject([
      { reason: 'registry-answered', before: { ageCertainty: 'estimated' } },
    ]);
    await shelter.get('intake', `/v1/cases/${caseId}/identity-corrections`, { expect: [403] });
  });

  it('tells others her age band from then on, and no more; her own word still does not count alone', async () => {
    const { purpose: _, ...draft } = written(caseId, 'ngo-e');
    const shown = await eventually('an offer with the age that is known', async () => {
      const preview = await manager.post('referral', '/v1/handoff-previews', draft);
      return preview.before.ageBand === '16-17' && preview;
    });
    expect(JSON.stringify(shown)).not.toContain(String(anchor.getUTCFullYear() - 17));
    const own = aConsent({ recipients: [agencyId('plat')], givenBy: 'by-child', relation: 'self' }, anchor);
    expect(await refusalOf(() => manager.post('referral', `/v1/cases/${caseId}/consents`, own))).toBe(
      'consent-giver-not-entitled',
    );
  });

  it('keeps what she said of herself on file for those who care for her', async () => {
    const seen = await accessToCase(shelter, 'intake', caseId);
    expect(seen.child).toMatchObject({ name: 'Kelabu Contoh' });
    const file = await manager.get('intake', `/v1/cases/${caseId}`);
    expect(file.child).toMatchObject({ statedAge: 19 });
  });
});

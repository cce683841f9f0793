import { eventually } from '@rujukan/testing';
import { accessToCase, answerHandoff, requestHandoff } from '../../deploy/demo/steps.mjs';
import { shelteredCase, shelterOf } from './support/path.js';
import { world } from './support/world.js';

const here = world();
const { api, agencyOf } = here;
const auditor = api.as('insp.auditor');
const manager = api.as('uptd.manajer');

interface Entry {
  readonly src: string;
  readonly type: string;
  readonly occurred: string;
  readonly actor: { readonly org?: string };
  readonly authz?: { readonly lawfulBasis?: string };
  readonly entity: readonly { readonly type: string; readonly id: string; readonly fields?: string[] }[];
  readonly disclosure?: { readonly toOrg: string; readonly receiptId: string };
}

interface Line {
  readonly handoffId: string;
  readonly to: { readonly agencyId: string };
  readonly fieldGroups: readonly string[];
  readonly lawfulBasis: { readonly code: string };
  readonly disclosedAt: string;
  readonly until?: string;
}

/** By one telling field of each group, and not by the list that the services go by. */
const groupOfField: Readonly<Record<string, string>> = {
  'child.name': 'identity',
  'child.nik': 'identity-number',
  'child.residence': 'residence',
  'child.guardian': 'guardian',
  'incident.summary': 'allegation',
  'incident.modus': 'exploitation',
  'incident.contributingFactors': 'factors',
  'incident.immediateSafety': 'safety',
  'child.currentLocation': 'current-location',
  'child.languages': 'needs',
  policeReportNumber: 'police-report-number',
};

const groupsIn = (entry: Entry): string[] =>
  entry.entity.flatMap(({ fields = [] }) => fields.flatMap((field) => groupOfField[field] ?? []));

const entriesOf = async (caseId: string, type: string): Promise<Entry[]> =>
  (await auditor.get('audit', `/v1/entries?limit=100&case=${caseId}&type=${type}&outcome=success`)).items;

const ledgerOf = async (caseId: string): Promise<Line[]> =>
  (await auditor.get('referral', `/v1/cases/${caseId}/disclosures?limit=100`)).items;

/** One word for each thing that one agency got, with its basis. */
const fromLedger = (lines: readonly Line[]): string[] =>
  lines
    .flatMap((line) =>
      line.fieldGroups.map((group) =>
        [line.handoffId, line.to.agencyId, group, line.lawfulBasis.code].join(' '),
      ),
    )
    .sort();

/** The same from the log: what intake opened, to whom and on which basis, as it noted it by itself. */
async function fromLog(caseId: string): Promise<string[]> {
  const accepted = await entriesOf(caseId, 'handoff.accept');
  const basisOf = new Map(accepted.map((entry) => [entry.disclosure?.receiptId, entry.authz?.lawfulBasis]));
  const opened = [...(await entriesOf(caseId, 'access.grant')), ...(await entriesOf(caseId, 'custody.move'))];
  return opened
    .filter(({ src }) => src === 'intake')
    .flatMap((entry) => {
      const { receiptId, toOrg } = entry.disclosure!;
      return groupsIn(entry).map((group) => [receiptId, toOrg, group, basisOf.get(receiptId)].join(' '));
    })
    .sort();
}

/** When each handoff was accepted, and when it ended, as the log has it. */
async function timesInLog(caseId: string) {
  const timeOf = async (type: string) =>
    new Map((await entriesOf(caseId, type)).map((entry) => [entry.entity[0]!.id, entry.occurred]));
  return { begun: await timeOf('handoff.accept'), ended: await timeOf('handoff.complete') };
}

describe('the ledger of disclosures', () => {
  it('is what the log says by itself: who got what, from when, until when, on which basis', async () => {
    const { caseId, handoffId } = await shelteredCase(here);
    const offer = async (to: string, serviceType: string, shareProfile: string) =>
      requestHandoff(manager, { ...shelterOf(caseId, to), serviceType, shareProfile });

    const lawyer = api.as('lbh1.advokat');
    const counsel = await offer('lbh-1', 'legal-aid', 'legal-aid');
    await answerHandoff(lawyer, counsel.id, 'acceptances');
    await accessToCase(lawyer, 'intake', caseId);
    const full = await offer('plat', 'emergency-shelter', 'shelter-placement');
    await answerHandoff(api.as('plat.pengelola'), full.id, 'rejections', { reason: 'no-capacity' });
    await answerHandoff(api.as('ngo.pengelola'), handoffId, 'completions', { outcome: 'service-provided' });

    const transfer = await requestHandoff(manager, {
      ...shelterOf(caseId, 'uptd-skw'),
      kind: 'transfer',
      serviceType: 'case-management',
      shareProfile: 'case-transfer',
    });
    await answerHandoff(api.as('skw.manajer'), transfer.id, 'acceptances');
    await accessToCase(api.as('skw.manajer'), 'intake', caseId);

    const ledger = await ledgerOf(caseId);
    expect(ledger.map((line) => line.handoffId).sort()).toEqual([handoffId, counsel.id, transfer.id].sort());
    await eventually('the log to say the same', async () => {
      const noted = await fromLog(caseId);
      return noted.length === fromLedger(ledger).length;
    });
    expect(fromLedger(ledger)).toEqual(await fromLog(caseId));

    const { begun, ended } = await timesInLog(caseId);
    for (const line of ledger) {
      expect(line.disclosedAt).toBe(begun.get(line.handoffId));
      expect(line.until).toBe(ended.get(line.handoffId));
    }
    const told = (await api.as('skw.manajer').get('referral', `/v1/cases/${caseId}/disclosures`)).items;
    expect(told).toEqual(ledger);
  });

  it('holds every reading: no agency read what the ledger does not say that it got', async () => {
    const { caseId } = await shelteredCase(here);
    await api.as('ngo.pengelola').get('intake', `/v1/cases/${caseId}`);
    const shelter = agencyOf('ngo.pengelola');
    const readings = await eventually('the reading in the log', async () => {
      const found = (await entriesOf(caseId, 'case.read')).filter((entry) => entry.actor.org === shelter);
      return found.length > 0 && found;
    });
    const got = (await ledgerOf(caseId))
      .filter((line) => line.to.agencyId === shelter)
      .flatMap((line) => line.fieldGroups);
    for (const reading of readings) {
      expect(groupsIn(reading)).toContain('identity');
      for (const group of groupsIn(reading)) expect(got).toContain(group);
    }
  });

  it('has the deletion of a preview beside it in the log', async () => {
    const { caseId } = await shelteredCase(here);
    const full = await requestHandoff(manager, shelterOf(caseId, 'plat'));
    await answerHandoff(api.as('plat.pengelola'), full.id, 'rejections', { reason: 'no-capacity' });
    const purges = await eventually('the preview to be deleted', async () => {
      const found = await entriesOf(caseId, 'handoff.preview-purge');
      return found.length > 0 && found;
    });
    expect(purges.map((entry) => entry.entity[0]!.id)).toEqual([full.id]);
    const receipt = await api.as('plat.pengelola').get('referral', `/v1/handoffs/${full.id}`);
    expect(receipt).toMatchObject({ status: 'rejected', statusReason: 'no-capacity' });
    expect(receipt).not.toHaveProperty('ageBand');
  });
});

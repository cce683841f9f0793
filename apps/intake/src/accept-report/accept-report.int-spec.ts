import { randomUUID } from 'node:crypto';
import { publishedEntries, publishedEvents } from '@rujukan/testing';
import { agencyId, caseId } from '../domain/ids.js';
import { ForwardReport } from '../forward-report/forward-report.js';
import { GetCase } from '../get-case/get-case.query.js';
import {
  aChild,
  anIntake,
  canaries,
  police,
  shelter,
  someoneOf,
  stranger,
  uptd,
  type Filed,
  type Intake,
} from '../storage/fixtures/an-intake.js';
import { AcceptReport, type Triage } from './accept-report.js';

const triage: Triage = { riskLevel: 'high', exploitationTypes: ['sextortion'], authority: 'uptd-ppa' };

describe('accepting a report', () => {
  let intake: Intake;
  let acceptReport: AcceptReport;

  beforeAll(async () => {
    intake = await anIntake();
    acceptReport = new AcceptReport(intake.uow, intake.sealer);
  });
  afterAll(() => intake.close());

  const eventsOf = async (...keys: string[]) =>
    (await publishedEvents(intake.database.worker)).filter(
      ({ key, data }) => keys.includes(key) || ('reportId' in data && keys.includes(data.reportId)),
    );

  it('opens one incident and one case per child, with a clock for each', async () => {
    const children = [aChild(), aChild({ sex: 'male', birthDate: '2015-01-01', languages: ['ms'] })];
    const { id, version } = await intake.files({ recipientAgencyId: uptd, children }, shelter);
    const accepted = await acceptReport.execute(someoneOf(uptd), id, version, triage);

    expect(accepted).toMatchObject({
      ok: true,
      value: {
        version: 2,
        incident: { number: expect.stringMatching(/^P-/) as string },
        cases: [{ number: expect.stringMatching(/^K-/) as string }, {}],
        clock: { dueAt: new Date('2026-03-10T20:00:00.000Z') },
      },
    });
    const { cases, incident } = accepted.ok ? accepted.value : { cases: [], incident: { id: '' } };
    const ids = cases.map((one) => one.id);
    const events = (await eventsOf(id, ...ids)).slice(1);
    expect(events.map((event) => event.type)).toEqual([
      'report.accepted.v1',
      'case.opened.v1',
      'case.opened.v1',
      'clock.started.v1',
      'clock.started.v1',
    ]);
    expect(events[0]?.data).toEqual({
      reportId: id,
      agencyId: uptd,
      incidentId: incident.id,
      caseIds: ids,
      version: 2,
    });
    expect(events[2]).toMatchObject({
      key: ids[1],
      data: {
        caseId: ids[1],
        incidentId: incident.id,
        reportId: id,
        custodianAgencyId: uptd,
        epoch: 1,
        riskLevel: 'high',
        ageBand: '9-12',
        sex: 'male',
        areaCode: '61.71.02',
        languages: ['ms'],
        hasDisability: false,
      },
    });
    expect(events[3]?.data).toMatchObject({ caseId: ids[0], agencyId: uptd, definition: 'police-report' });
  });

  it('is on record as an act on the report, the incident and each case', async () => {
    const { id, version } = await intake.files();
    const accepted = await acceptReport.execute(someoneOf(uptd), id, version, triage);
    const opened = accepted.ok ? accepted.value.cases[0]?.id : undefined;
    expect((await publishedEntries(intake.database.worker)).at(-1)).toMatchObject({
      outcome: 'success',
      subject: [opened],
      entity: [
        { type: 'report', id },
        { type: 'incident' },
        { type: 'case', id: opened, version: 1 },
        { type: 'clock' },
      ],
    });
  });

  it('moves what was reported under the key of each case, in the clear nowhere', async () => {
    const [opened] = await intake.opens({ policeReportNumber: canaries.policeReportNumber });
    const read = await new GetCase(intake.uow, intake.sealer).execute(someoneOf(uptd), caseId(opened!));
    expect(read).toMatchObject({
      ok: true,
      value: {
        child: { name: canaries.name, nik: canaries.nik, birthDate: canaries.birthDate },
        incident: { summary: canaries.summary, exploitationTypes: ['grooming'] },
        policeReportNumber: canaries.policeReportNumber,
      },
    });
    const stolen = await intake.stolen();
    for (const canary of Object.values(canaries)) expect(stolen).not.toContain(canary);
  });

  const begun = async (by: string, { id, version }: Filed) => {
    const accepted = await acceptReport.execute(someoneOf(by), id, version, triage);
    const opened = accepted.ok ? accepted.value.cases.map((one) => one.id) : [];
    return (await eventsOf(...opened)).map((event) => event.type);
  };
  const forwarded = async (filed: Filed, from: string, to: string): Promise<Filed> => {
    const order = { toAgencyId: agencyId(to), reason: 'out-of-jurisdiction' };
    await new ForwardReport(intake.uow).execute(someoneOf(from), filed.id, filed.version, order);
    return { ...filed, version: filed.version + 1 };
  };

  it('starts no clock where a report number of the police is given', async () => {
    const filed = await intake.files({ policeReportNumber: canaries.policeReportNumber });
    expect(await begun(uptd, filed)).toEqual(['case.opened.v1']);
  });

  it('starts no clock where a police agency filed or received the report', async () => {
    const byPolice = await intake.files({ recipientAgencyId: uptd }, police);
    expect(await begun(uptd, byPolice)).toEqual(['case.opened.v1']);
    const toPolice = await intake.files({ recipientAgencyId: police });
    expect(await begun(police, toPolice)).toEqual(['case.opened.v1']);
    const throughPolice = await forwarded(await intake.files({ recipientAgencyId: police }), police, shelter);
    expect(await begun(shelter, throughPolice)).toEqual(['case.opened.v1']);
  });

  it('starts the clock where only others had the report, whatever its channel and wherever it went', async () => {
    const unlisted = randomUUID();
    const byUnlisted = await intake.files({ recipientAgencyId: uptd }, unlisted);
    const claimed = await intake.files({ channel: 'police-operation' });
    const moved = await forwarded(await intake.files({ recipientAgencyId: shelter }), shelter, uptd);
    for (const filed of [byUnlisted, claimed, moved])
      expect(await begun(uptd, filed)).toEqual(['case.opened.v1', 'clock.started.v1']);
  });

  it('happens once when eight officers accept at the same moment', async () => {
    const { id, version } = await intake.files({ children: [aChild(), aChild()] });
    const all = await Promise.all(
      Array.from({ length: 8 }, () => acceptReport.execute(someoneOf(uptd), id, version, triage)),
    );
    expect(all.filter((one) => one.ok)).toHaveLength(1);
    for (const one of all) if (!one.ok) expect(one.reason).toBe('stale-version');
    expect((await eventsOf(id)).filter((event) => event.type === 'case.opened.v1')).toHaveLength(2);
    expect(await intake.seenBy(uptd, 'select 1 from incident where report_id = $1', [id])).toHaveLength(1);
  });

  it('happens once under one key, and the same answer is given again', async () => {
    const { id, version } = await intake.files();
    const send = () =>
      acceptReport.execute(
        someoneOf(uptd, { subject: 'same', idempotencyKey: 'a-key' }),
        id,
        version,
        triage,
      );
    const all = await Promise.all(Array.from({ length: 5 }, send));
    const answers = new Set(all.map((one) => one.ok && one.value.cases[0]?.id));
    expect(answers.size).toBe(1);
    expect((await eventsOf(id)).filter((event) => event.type === 'case.opened.v1')).toHaveLength(1);
  });

  it('is refused once the report was triaged, and of another version than was seen', async () => {
    const { id, version } = await intake.files();
    expect(await acceptReport.execute(someoneOf(uptd), id, version + 1, triage)).toMatchObject({
      reason: 'stale-version',
    });
    await acceptReport.execute(someoneOf(uptd), id, version, triage);
    expect(await acceptReport.execute(someoneOf(uptd), id, version + 1, triage)).toMatchObject({
      reason: 'report-already-triaged',
      details: { status: 'accepted', allowedActions: [] },
    });
  });

  it('looks to another agency as if there were no report, and to who filed it as not its business', async () => {
    const { id, version } = await intake.files({ recipientAgencyId: uptd }, police);
    expect(await acceptReport.execute(someoneOf(stranger), id, version, triage)).toMatchObject({
      reason: 'not-found',
    });
    expect(await acceptReport.execute(someoneOf(police), id, version, triage)).toMatchObject({
      reason: 'forbidden',
    });
    const entries = (await publishedEntries(intake.database.worker)).slice(-2);
    expect(entries).toMatchObject([
      { outcome: 'denied', reason: 'not-found', actor: { org: stranger }, entity: [{ type: 'report', id }] },
      { outcome: 'denied', reason: 'forbidden', actor: { org: police } },
    ]);
  });
});

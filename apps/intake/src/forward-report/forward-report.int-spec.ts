import { randomUUID } from 'node:crypto';
import { publishedEntries, publishedEvents } from '@rujukan/testing';
import { AcceptReport } from '../accept-report/accept-report.js';
import { agencyId } from '../domain/ids.js';
import { GetReport } from '../get-report/get-report.query.js';
import {
  anIntake,
  canaries,
  police,
  shelter,
  someoneOf,
  stranger,
  uptd,
  type Intake,
} from '../storage/fixtures/an-intake.js';
import { ForwardReport } from './forward-report.js';

const toUptd = { toAgencyId: agencyId(uptd), reason: 'out-of-jurisdiction' };

describe('forwarding a report', () => {
  let intake: Intake;
  let forwardReport: ForwardReport;
  let getReport: GetReport;

  beforeAll(async () => {
    intake = await anIntake();
    forwardReport = new ForwardReport(intake.uow);
    getReport = new GetReport(intake.uow, intake.sealer);
  });
  afterAll(() => intake.close());

  it('hands it to the next agency, which triages it as if it had been the first', async () => {
    const { id, version } = await intake.files({ recipientAgencyId: shelter }, police);
    const forwarded = await forwardReport.execute(someoneOf(shelter), id, version, toUptd);

    expect(forwarded).toMatchObject({
      ok: true,
      value: { status: 'forwarded', recipientAgencyId: uptd, version: 2 },
    });
    expect((await publishedEvents(intake.database.worker, 'report.forwarded.v1')).at(-1)?.data).toEqual({
      reportId: id,
      fromAgencyId: shelter,
      toAgencyId: uptd,
      version: 2,
    });
    expect((await publishedEntries(intake.database.worker)).at(-1)).toMatchObject({
      disclosure: { fromOrg: shelter, toOrg: uptd, receiptId: id },
    });
    expect(await getReport.execute(someoneOf(uptd), id)).toMatchObject({
      ok: true,
      value: { summary: canaries.summary },
    });
    const acceptReport = new AcceptReport(intake.uow, intake.sealer);
    const triage = { riskLevel: 'low', exploitationTypes: ['grooming'], authority: 'uptd-ppa' } as const;
    expect(await acceptReport.execute(someoneOf(uptd), id, 2, triage)).toMatchObject({ ok: true });
  });

  it('leaves to who forwarded it how the report fares, and nothing of the child', async () => {
    const { id, version } = await intake.files({ recipientAgencyId: shelter }, police);
    await forwardReport.execute(someoneOf(shelter), id, version, toUptd);
    const seen = await getReport.execute(someoneOf(shelter), id);
    expect(seen).toMatchObject({
      ok: true,
      value: { status: 'forwarded', recipientAgencyId: uptd, allowedActions: [] },
    });
    expect(JSON.stringify(seen)).not.toMatch(/Contoh|children|summary/);
    expect(await intake.seenBy(shelter, 'select 1 from report_child where report_id = $1', [id])).toEqual([]);
    expect(await forwardReport.execute(someoneOf(shelter), id, 2, toUptd)).toMatchObject({
      reason: 'forbidden',
    });
  });

  it('goes to another agency than the one that has it', async () => {
    const { id, version } = await intake.files();
    expect(await forwardReport.execute(someoneOf(uptd), id, version, toUptd)).toMatchObject({
      reason: 'forward-to-same-agency',
    });
  });

  it('does not leave for an agency that is not in the directory, and stays where it is', async () => {
    const { id, version } = await intake.files({ recipientAgencyId: shelter }, police);
    const nowhere = { ...toUptd, toAgencyId: agencyId(randomUUID()) };
    expect(await forwardReport.execute(someoneOf(shelter), id, version, nowhere)).toEqual({
      ok: false,
      reason: 'unknown-agency',
    });
    expect(
      await intake.seenBy(shelter, 'select 1 from report_forwarding where report_id = $1', [id]),
    ).toEqual([]);
    expect(await getReport.execute(someoneOf(shelter), id)).toMatchObject({
      ok: true,
      value: { status: 'received', recipientAgencyId: shelter, version },
    });
    const told = await publishedEvents(intake.database.worker, 'report.forwarded.v1');
    expect(told.filter(({ key }) => key === id)).toEqual([]);
    expect(await forwardReport.execute(someoneOf(shelter), id, version, toUptd)).toMatchObject({ ok: true });
  });

  it('looks to another agency as if there were no report', async () => {
    const { id, version } = await intake.files();
    expect(await forwardReport.execute(someoneOf(stranger), id, version, toUptd)).toMatchObject({
      reason: 'not-found',
    });
  });

  it('happens once when eight officers forward at the same moment', async () => {
    const { id, version } = await intake.files();
    const order = { toAgencyId: agencyId(shelter), reason: 'no-capacity' };
    const all = await Promise.all(
      Array.from({ length: 8 }, () => forwardReport.execute(someoneOf(uptd), id, version, order)),
    );
    expect(all.filter((one) => one.ok)).toHaveLength(1);
    for (const one of all) if (!one.ok) expect(['stale-version', 'forbidden']).toContain(one.reason);
  });

  it('is answered again under the same key, also by who sees the report no more', async () => {
    const { id, version } = await intake.files({ recipientAgencyId: shelter }, police);
    const send = () =>
      forwardReport.execute(
        someoneOf(shelter, { subject: 'same', idempotencyKey: 'a-key' }),
        id,
        version,
        toUptd,
      );
    const first = await send();
    expect(await send()).toEqual({ ...first, replayed: true });
  });
});

import { randomUUID } from 'node:crypto';
import { publishedEntries, publishedEvents } from '@rujukan/testing';
import { IntakeRules } from '../domain/intake-rules.js';
import {
  anIntake,
  aChild,
  aReport,
  canaries,
  police,
  shelter,
  singkawang,
  someoneOf,
  stranger,
  uptd,
  type Intake,
} from '../storage/fixtures/an-intake.js';
import { FileReport } from './file-report.js';

describe('filing a report', () => {
  let intake: Intake;
  let fileReport: FileReport;

  beforeAll(async () => {
    intake = await anIntake();
    fileReport = new FileReport(intake.uow, intake.sealer, new IntakeRules(true));
  });
  afterAll(() => intake.close());

  const eventsOf = async (agency: string) =>
    (await publishedEvents(intake.database.worker, 'report.received.v1')).filter(
      ({ data }) => data.filedByAgencyId === agency,
    );

  it('gives a receipt, announces it without content, and leaves one entry', async () => {
    const filed = await fileReport.execute(someoneOf(police), aReport({ recipientAgencyId: uptd }));

    expect(filed).toMatchObject({
      ok: true,
      value: { status: 'received', recipientAgencyId: uptd, version: 1 },
    });
    const { id, number } = filed.ok ? filed.value : { id: '', number: '' };
    expect(number).toMatch(/^L-[0-9A-Z]{8}-./);
    expect(await eventsOf(police)).toMatchObject([
      {
        type: 'report.received.v1',
        key: id,
        data: {
          reportId: id,
          filedByAgencyId: police,
          recipientAgencyId: uptd,
          channel: 'walk-in',
          version: 1,
        },
      },
    ]);
    expect((await publishedEntries(intake.database.worker)).slice(-1)).toMatchObject([
      {
        outcome: 'success',
        actor: { org: police },
        entity: [{ type: 'report', id, version: 1 }],
        disclosure: { fromOrg: police, toOrg: uptd, receiptId: id },
      },
    ]);
  });

  it('goes to the filing agency itself where nobody is named', async () => {
    const filed = await fileReport.execute(someoneOf(uptd), aReport());
    expect(filed).toMatchObject({ ok: true, value: { recipientAgencyId: uptd } });
  });

  it('is refused for an agency that is not in the directory, and nothing is kept', async () => {
    const before = (await eventsOf(stranger)).length;
    const keyed = someoneOf(stranger, { idempotencyKey: 'an-early-key' });
    expect(await fileReport.execute(keyed, aReport({ recipientAgencyId: randomUUID() }))).toEqual({
      ok: false,
      reason: 'unknown-agency',
    });
    expect(await eventsOf(stranger)).toHaveLength(before);
    expect(await intake.seenBy(stranger, 'select 1 from report')).toEqual([]);
    expect((await publishedEntries(intake.database.worker)).at(-1)).toMatchObject({
      type: 'test.act',
      outcome: 'failed',
      reason: 'unknown-agency',
      actor: { org: stranger },
    });
    // The key is not used up: once the directory has arrived the same request is taken.
    expect(await fileReport.execute(keyed, aReport({ recipientAgencyId: uptd }))).toMatchObject({ ok: true });
  });

  it('needs no entry of the filing agency itself: its token was verified', async () => {
    const unlisted = randomUUID();
    expect(await fileReport.execute(someoneOf(unlisted), aReport())).toMatchObject({
      ok: true,
      value: { recipientAgencyId: unlisted },
    });
    const named = aReport({ recipientAgencyId: unlisted });
    expect(await fileReport.execute(someoneOf(unlisted), named)).toMatchObject({ ok: true });
  });

  it('leaves nothing of the child, the reporter and the story in the clear', async () => {
    const keyed = someoneOf(uptd, { idempotencyKey: 'a-key' });
    await fileReport.execute(keyed, aReport({ policeReportNumber: canaries.policeReportNumber }));
    const stolen = await intake.stolen();
    expect(stolen).toContain('report.received.v1');
    for (const canary of Object.values(canaries)) {
      expect(stolen).not.toContain(canary);
      expect(stolen).not.toContain(Buffer.from(canary).toString('hex'));
    }
  });

  it('is answered once under one key, however often it is sent', async () => {
    const send = () =>
      fileReport.execute(someoneOf(shelter, { subject: 'same', idempotencyKey: 'a-key' }), aReport());
    const first = await send();
    const again = await Promise.all(Array.from({ length: 4 }, send));
    for (const one of again)
      expect(one).toMatchObject({ ok: true, replayed: true, value: { id: first.ok && first.value.id } });
    expect(await eventsOf(shelter)).toHaveLength(1);
  });

  it('is refused for another report under the same key', async () => {
    const who = { subject: 'same', idempotencyKey: 'another-key' };
    await fileReport.execute(someoneOf(uptd, who), aReport());
    expect(
      await fileReport.execute(someoneOf(uptd, { ...who, requestHash: 'other' }), aReport()),
    ).toMatchObject({
      reason: 'idempotency-key-reused',
    });
  });

  it('says which fields need correction, and keeps nothing', async () => {
    const report = aReport({ children: [aChild(), aChild({ nik: '6171016113110001' })] });
    expect(await fileReport.execute(someoneOf(singkawang), report)).toEqual({
      ok: false,
      reason: 'invalid-request',
      details: { errors: [{ in: 'body', pointer: '/children/1/nik', code: 'invalid-format' }] },
    });
    expect(await eventsOf(singkawang)).toEqual([]);
    expect(await intake.seenBy(singkawang, 'select 1 from report')).toEqual([]);
    expect((await publishedEntries(intake.database.worker)).at(-1)).toMatchObject({
      outcome: 'failed',
      reason: 'invalid-request',
    });
  });

  it('takes no number of an invented person outside a demo', async () => {
    const strict = new FileReport(intake.uow, intake.sealer, new IntakeRules(false));
    expect(await strict.execute(someoneOf(uptd), aReport())).toMatchObject({
      ok: false,
      reason: 'invalid-request',
    });
  });

  it('is for agencies: the platform itself has no reports', async () => {
    expect(await fileReport.execute(someoneOf(null), aReport())).toMatchObject({
      ok: false,
      reason: 'forbidden',
    });
  });

  it('takes twenty children, and little about each of them', async () => {
    const children = Array.from({ length: 20 }, () => ({
      sex: 'unknown' as const,
      ageCertainty: 'unknown-age' as const,
      languages: [],
      hasDisability: false,
    }));
    const filed = await fileReport.execute(someoneOf(uptd), aReport({ children }));
    const kept = 'select 1 from report_child where report_id = $1';
    expect(await intake.seenBy(uptd, kept, [filed.ok ? filed.value.id : null])).toHaveLength(20);
  });
});

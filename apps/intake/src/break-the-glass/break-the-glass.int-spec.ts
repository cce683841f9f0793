import { randomUUID } from 'node:crypto';
import type { EmergencyReason } from '@rujukan/contracts';
import { publishedEntries, publishedEvents } from '@rujukan/testing';
import { EndBreakGlass } from '../end-break-glass/end-break-glass.js';
import { GetCase } from '../get-case/get-case.query.js';
import { ListCases } from '../list-cases/list-cases.query.js';
import type { CaseId } from '../domain/ids.js';
import {
  anIntake,
  canaries,
  shelter,
  someoneOf,
  stranger,
  uptd,
  type Intake,
} from '../storage/fixtures/an-intake.js';
import { BreakTheGlass } from './break-the-glass.js';

const minute = 60_000;
const note = 'Anak tidak sadar di ruang gawat darurat';

describe('opening a case in an emergency', () => {
  let intake: Intake;
  let id: CaseId;
  let caseNumber: string;
  let doctor: string;

  beforeEach(async () => {
    intake = await anIntake();
    [id] = (await intake.opens()) as [CaseId];
    [{ number: caseNumber }] = (await intake.seenBy<{ number: string }>(
      uptd,
      'select number from case_file where id = $1',
      [id],
    )) as [{ number: string }];
    doctor = randomUUID();
  });
  afterEach(() => intake.close());

  const by = (subject = doctor, agency = stranger) =>
    someoneOf(agency, { roles: ['health-provider'], subject, now: intake.clock.now() });
  const opens = (who = by(), reason: EmergencyReason = 'medical-emergency', number = caseNumber) =>
    new BreakTheGlass(intake.uow, intake.sealer).execute(who, { caseNumber: number, reason, note });
  const reads = (who = by()) => new GetCase(intake.uow, intake.sealer).execute(who, id);
  const entries = () => publishedEntries(intake.database.worker);

  it('shows for an hour what that emergency needs, and nothing of what happened', async () => {
    expect(await reads()).toMatchObject({ reason: 'not-found' });
    expect(await opens()).toMatchObject({
      ok: true,
      value: {
        caseId: id,
        fieldGroups: ['identity', 'guardian', 'safety', 'needs'],
        endsAt: new Date('2026-03-07T21:00:00.000Z'),
        reviewDueAt: new Date('2026-03-08T20:00:00.000Z'),
      },
    });
    const seen = await reads();
    expect(seen).toMatchObject({ ok: true, value: { basis: 'emergency', child: { name: canaries.name } } });
    for (const kept of [canaries.summary, canaries.location, canaries.nik, canaries.address])
      expect(JSON.stringify(seen)).not.toContain(kept);
  });

  it('names the emergency in the entry of each read under it', async () => {
    const opened = await opens();
    if (!opened.ok) throw new Error(opened.reason);
    await reads();
    const [read, start] = [...(await entries())].reverse();
    expect(start).toMatchObject({
      entity: [{ type: 'case', id }, { type: 'clock' }, { type: 'emergency-access', id: opened.value.id }],
      actor: { org: stranger, breakGlass: opened.value.id },
      disclosure: { fromOrg: uptd, toOrg: stranger },
    });
    expect(read).toMatchObject({
      actor: { sub: doctor, breakGlass: opened.value.id },
      authz: { policyId: 'emergency' },
    });
    expect(read?.entity[0]?.fields).not.toContain('incident.summary');
  });

  it('is hers alone: no colleague, no list, no other case', async () => {
    const [other] = (await intake.opens()) as [CaseId];
    await opens();
    expect(await reads(by(randomUUID()))).toMatchObject({ reason: 'not-found' });
    expect(await reads(by(doctor, shelter))).toMatchObject({ reason: 'not-found' });
    expect(await new GetCase(intake.uow, intake.sealer).execute(by(), other)).toMatchObject({
      reason: 'not-found',
    });
    expect(await new ListCases(intake.uow, intake.cursors).execute(by(), { limit: 10 })).toMatchObject({
      value: { items: [] },
    });
    expect(await intake.seenBy(stranger, 'select from case_file')).toEqual([]);
  });

  it('ends by itself after sixty minutes, before any timer has said so', async () => {
    await opens();
    intake.clock.advance(60 * minute - 1);
    expect(await reads()).toMatchObject({ ok: true });
    intake.clock.advance(1);
    expect(await reads()).toMatchObject({ reason: 'not-found' });
    expect(await new EndBreakGlass(intake.workerUow).execute()).toBe(1);
    expect(await new EndBreakGlass(intake.workerUow).execute()).toBe(0);
    expect(await publishedEvents(intake.database.worker, 'case.emergency-access-ended.v1')).toMatchObject([
      { key: id, data: { endedAt: '2026-03-07T21:00:00.000Z' } },
    ]);
    expect((await entries()).at(-1)).toMatchObject({ type: 'break-glass.end', subject: [id] });
  });

  it('is told at once, with a clock for the review, and without a word of the note', async () => {
    await opens();
    expect(await publishedEvents(intake.database.worker, 'case.emergency-access-started.v1')).toMatchObject([
      { key: id, data: { agencyId: stranger, custodianAgencyId: uptd, reason: 'medical-emergency' } },
    ]);
    const started = await publishedEvents(intake.database.worker, 'clock.started.v1');
    expect(started.at(-1)?.data).toMatchObject({
      definition: 'break-glass-review',
      agencyId: uptd,
      dueAt: '2026-03-08T20:00:00.000Z',
    });
    expect(await intake.stolen()).not.toContain(note);
  });

  it.each([
    ['a number that does not exist', 'K-00000000-0'],
    ['the beginning of one', 'K-'],
    ['a pattern', '%'],
  ])('does not open by %s: there is no such case', async (_, number) => {
    expect(await opens(by(), 'medical-emergency', number)).toEqual({ ok: false, reason: 'not-found' });
    expect((await entries()).at(-1)).toMatchObject({ outcome: 'denied', reason: 'not-found', subject: [] });
  });

  it('is refused to whoever has access already, and to the platform', async () => {
    expect(await opens(by(doctor, uptd))).toMatchObject({ reason: 'access-already-held' });
    await intake.refers(id, shelter, 'medical-exam');
    expect(await opens(by(doctor, shelter))).toMatchObject({ reason: 'access-already-held' });
    expect(await opens(someoneOf(null, { roles: ['health-provider'] }))).toMatchObject({
      reason: 'not-found',
    });
  });

  it('is one case at a time, also when eight ask at once, and another after it', async () => {
    const [second] = (await intake.opens()) as [CaseId];
    const [other] = await intake.seenBy<{ number: string }>(
      uptd,
      'select number from case_file where id = $1',
      [second],
    );
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        opens(by(), 'medical-emergency', at % 2 ? caseNumber : other!.number),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.reason])))).toEqual(
      new Set(['emergency-access-running']),
    );
    intake.clock.advance(61 * minute);
    await new EndBreakGlass(intake.workerUow).execute();
    expect(await opens()).toMatchObject({ ok: true });
  });

  it('gives the same answer to the same request', async () => {
    const again = someoneOf(stranger, {
      roles: ['health-provider'],
      subject: doctor,
      idempotencyKey: 'once',
    });
    const [first, second] = [await opens(again), await opens(again)];
    expect(second).toMatchObject({ replayed: true, value: { id: first.ok && first.value.id } });
  });
});

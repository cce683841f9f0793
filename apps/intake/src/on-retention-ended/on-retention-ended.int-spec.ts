import { randomUUID } from 'node:crypto';
import { Destroyed } from '@rujukan/kernel';
import { Cursors } from '@rujukan/http';
import type { CaseId } from '../domain/ids.js';
import { GetCase } from '../get-case/get-case.query.js';
import { GetReport } from '../get-report/get-report.query.js';
import { ListCases } from '../list-cases/list-cases.query.js';
import { aChild, anIntake, someoneOf, uptd, type Intake } from '../storage/fixtures/an-intake.js';
import { received } from '../storage/fixtures/received.js';
import { OnRetentionEnded } from './on-retention-ended.js';

describe('a case whose time is over', () => {
  let intake: Intake;

  beforeAll(async () => {
    intake = await anIntake();
  });
  afterAll(() => intake.close());

  const end = (caseId: CaseId) =>
    intake.database.worker.transaction((tx) =>
      new OnRetentionEnded(intake.workerUow).execute(
        tx,
        received('case.retention-ended.v1', {
          caseId,
          erasureId: randomUUID(),
          recordClass: 'closed-case',
          ruleVersion: 1,
        }),
      ),
    );
  const read = async (id: CaseId) =>
    new GetCase(intake.uow, await intake.anotherSealer()).execute(someoneOf(uptd), id);
  const reportOf = async (id: CaseId) => {
    const [row] = await intake.database.worker.query<{ id: string }[]>(
      'select report_id as id from case_file where id = $1',
      [id],
    );
    return row!.id as Parameters<GetReport['execute']>[1];
  };
  const readReport = async (id: Awaited<ReturnType<typeof reportOf>>) =>
    new GetReport(intake.uow, await intake.anotherSealer()).execute(someoneOf(uptd), id);
  const destructions = async (id: CaseId) =>
    (await intake.trail(id)).filter(({ type }) => type === 'data-key.destroy');

  it('cannot be read any more, nor can its report; it stays in the list, which shows no name', async () => {
    const [id] = (await intake.opens()) as [CaseId];
    const report = await reportOf(id);
    await end(id);

    await expect(read(id)).rejects.toThrow(Destroyed);
    await expect(readReport(report)).rejects.toThrow(Destroyed);
    const list = await new ListCases(intake.uow, new Cursors(Buffer.alloc(32, 1))).execute(someoneOf(uptd), {
      limit: 50,
    });
    expect(list.ok && list.value.items.map((item) => item.id)).toContain(id);
    expect(await destructions(id)).toMatchObject([
      {
        action: 'D',
        authz: { policyId: 'retention' },
        entity: [
          { type: 'data-key', id },
          { type: 'data-key', id: report },
        ],
      },
    ]);
  });

  it('takes a report along with the last child that it is about', async () => {
    const children = [aChild(), aChild({ name: 'Kedua Contoh' })];
    const [one, two] = (await intake.opens({ children })) as [CaseId, CaseId];
    const report = await reportOf(one);
    await end(one);
    expect(await readReport(report)).toMatchObject({ ok: true });
    expect(await read(two)).toMatchObject({ ok: true });
    await end(two);
    await expect(readReport(report)).rejects.toThrow(Destroyed);
  });

  it('is destroyed once, however often the word comes', async () => {
    const [id] = (await intake.opens()) as [CaseId];
    await end(id);
    await end(id);
    expect(await destructions(id)).toHaveLength(1);
  });
});

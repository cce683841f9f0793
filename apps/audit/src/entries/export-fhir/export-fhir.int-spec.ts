import { randomUUID } from 'node:crypto';
import { publishedEntries } from '@rujukan/testing';
import { Trail } from '@rujukan/audit-trail';
import { aLog, auditor, type TestLog } from '../../storage/fixtures/a-log.js';
import { ExportFhir } from './export-fhir.query.js';

jest.setTimeout(30_000);

describe('entries for a system that speaks FHIR', () => {
  let log: TestLog;

  beforeAll(async () => {
    log = await aLog();
  });
  afterAll(() => log.close());

  it('are those that were asked for, and the asking is an entry under the same child', async () => {
    const caseId = randomUUID();
    await log.did(
      { type: 'case.read', action: 'R', trail: new Trail().about(caseId) },
      { type: 'case.read', action: 'R', trail: new Trail().about(randomUUID()) },
    );
    const found = await new ExportFhir(log.unitOfWork).execute(auditor(), { case: caseId }, { limit: 10 });
    expect(found.ok && found.value.items.map(({ seq }) => seq)).toEqual([0]);
    expect((await publishedEntries(log.database.worker)).at(-1)).toMatchObject({
      subject: [caseId],
      resultCount: 1,
      entity: [{ type: 'audit-log', id: 'fhir', fields: ['case'] }, { type: 'audit-entry' }],
    });
  });
});

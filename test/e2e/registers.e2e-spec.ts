import { randomUUID } from 'node:crypto';
import { eventually } from '@rujukan/testing';
import { openedCases } from './support/path.js';
import { world } from './support/world.js';

jest.setTimeout(120_000);

const here = world();
const officer = here.api.as('dpo');
const auditor = here.api.as('insp.auditor');
const hour = 3_600_000;

interface Line {
  readonly id: string;
  readonly warned?: number;
  readonly isLate: boolean;
}

/** The entry of this type that names the record, once it is in the log. */
const entryOf = (type: string, id: string) =>
  eventually(
    `${type} in the log`,
    async () => {
      const { items } = await auditor.get('audit', `/v1/entries?limit=5&type=${type}&entity=${id}`);
      return (items as { seq: number }[])[0] ?? false;
    },
    { withinMs: 90_000, everyMs: 500 },
  );

describe('a request of a data subject that nobody answered in seventy-two hours', () => {
  let id: string;

  beforeAll(async () => {
    const { caseIds } = await openedCases(here);
    const request = await officer.post('audit', '/v1/data-subject-requests', {
      caseId: caseIds[0]!,
      kind: 'access',
      requester: 'child',
      guardian: 'unknown',
      identityCheck: 'known-in-person',
      receivedAt: new Date(here.clock.now().getTime() - 80 * hour).toISOString(),
      words: 'Saya ingin melihat catatan tentang saya',
    });
    id = request.id;
  });

  it('is shown as such, and told in the log', async () => {
    const { items } = await officer.get('audit', '/v1/data-subject-requests?limit=50');
    expect((items as Line[]).find((one) => one.id === id)).toMatchObject({ isLate: true, warned: 100 });
    await entryOf('register.overdue', id);
  });

  it('is answered with a reason for the delay, and then warned of no more', async () => {
    const answer = { answer: 'granted', words: 'Salinan diserahkan langsung oleh pendamping' };
    const lateReason = { code: 'staff-shortage', text: 'Petugas sakit sepanjang pekan' };
    const path = `/v1/data-subject-requests/${id}/answers`;
    await officer.post('audit', path, { ...answer, lateReason }, { key: randomUUID(), ifMatch: 1 });
    const { items } = await officer.get('audit', '/v1/data-subject-requests?limit=50');
    expect((items as Line[]).find((one) => one.id === id)).not.toHaveProperty('warned');
    await entryOf('data-subject-request.answered', id);
  });
});

it('an answer that an auditor prints is in the log', async () => {
  const { caseIds } = await openedCases(here);
  await auditor.post('audit', '/v1/audit/prints', { answer: 'timeline', caseId: caseIds[0]! });
  const printed = await eventually(
    'the print in the log',
    async () => {
      const { items } = await auditor.get(
        'audit',
        `/v1/entries?limit=5&type=audit.print&case=${caseIds[0]!}`,
      );
      return (items as unknown[])[0] ?? false;
    },
    { withinMs: 30_000, everyMs: 500 },
  );
  expect(printed).toMatchObject({ type: 'audit.print', outcome: 'success' });
});

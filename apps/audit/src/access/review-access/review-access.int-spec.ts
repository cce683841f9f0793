import { randomUUID } from 'node:crypto';
import { publishedEntries } from '@rujukan/testing';
import { Trail } from '@rujukan/audit-trail';
import { aLog, auditor, type Done, type TestLog } from '../../storage/fixtures/a-log.js';
import { rememberAgency } from '../../storage/known-agency.store.js';
import { ReviewAccess } from './review-access.query.js';

jest.setTimeout(60_000);

const [uptd, police] = [randomUUID(), randomUUID()];
// Monday, 2 March 2026, 09.00 WIB.
const monday = Date.UTC(2026, 2, 2, 2);
const at = (days: number, minutes: number): Date => new Date(monday + (days * 24 * 60 + minutes) * 60_000);

let log: TestLog;
let review: ReviewAccess;

beforeAll(async () => {
  log = await aLog();
  review = new ReviewAccess(log.unitOfWork);
  const { manager } = log.database.worker;
  await rememberAgency(manager, { id: uptd, code: 'uptd-ptk', type: 'uptd-ppa', version: 1 });
  await rememberAgency(manager, { id: police, code: 'pol-ptk', type: 'police-wcpu', version: 1 });
});
afterAll(() => log.close());

const reads = (
  subject: string,
  when: Date,
  more: Partial<Done> & { case?: string; agency?: string } = {},
): Done => {
  const { case: caseId = randomUUID(), agency = uptd, ...rest } = more;
  return {
    type: 'case.read',
    action: 'R',
    by: { subject, agencyId: agency, roles: ['case-worker'] },
    at: when,
    trail: new Trail().touched('case', caseId, { fields: ['incident.modus'] }).about(caseId),
    ...rest,
  };
};

async function hits(day: number, rule?: string) {
  const found = await review.execute(auditor(), { from: at(day, -540), to: at(day, 900) });
  if (!found.ok) throw new Error('an auditor was refused');
  return found.value.hits.filter((hit) => rule === undefined || hit.rule === rule);
}

const times = (count: number, act: (n: number) => Done): Done[] =>
  Array.from({ length: count }, (_, n) => act(n));

describe('what is unusual', () => {
  it('is many cases in a short time, told once for the whole stretch', async () => {
    const [busy, calm] = [randomUUID(), randomUUID()];
    await log.did(...times(25, (n) => reads(busy, at(0, n))), ...times(19, (n) => reads(calm, at(0, n))));
    const found = await hits(0);
    expect(found).toMatchObject([{ rule: 'many-cases', ruleVersion: 1, actor: busy, agency: uptd }]);
    expect(found[0]!.seqs).toHaveLength(25);
    expect(found[0]!.says.id).toBe(
      'Pendamping dari UPTD PPA (uptd-ptk) membuka 25 kasus yang berbeda dalam 60 menit.',
    );
  });

  it('is work at night or on a holiday, where the agency does not work then', async () => {
    const [owl, officer] = [randomUUID(), randomUUID()];
    await log.did(
      reads(owl, at(1, 600)),
      reads(owl, at(1, 601)),
      reads(officer, at(1, 600), { agency: police }),
    );
    expect(await hits(1)).toMatchObject([{ rule: 'out-of-hours', actor: owl, seqs: [44, 45] }]);
    // 19 March 2026 is Nyepi, a Thursday.
    await log.did(reads(owl, at(17, 0)));
    expect(await hits(17)).toMatchObject([{ rule: 'out-of-hours', actor: owl }]);
  });

  it('is a look at what is sealed without a relationship at that time', async () => {
    const [mine, theirs, who] = [randomUUID(), randomUUID(), randomUUID()];
    const sealed = (caseId: string) =>
      reads(who, at(2, 0), {
        trail: new Trail().touched('case', caseId, { fields: ['child.name'] }).about(caseId),
      });
    await log.did(
      {
        type: 'report.accept',
        by: { agencyId: uptd },
        at: at(1, 0),
        trail: new Trail().touched('report', randomUUID()).about(mine),
      },
      sealed(mine),
      sealed(theirs),
      // What she wrote herself when her agency referred the case is no secret to her.
      reads(who, at(2, 1), {
        type: 'handoff.read',
        trail: new Trail()
          .touched('handoff', randomUUID(), { fields: ['purpose'] })
          .about(theirs)
          .allowedBy('sender-reads'),
      }),
    );
    const found = await hits(2);
    expect(found).toMatchObject([{ rule: 'no-relationship', actor: who }]);
    expect(found[0]!.seqs).toHaveLength(1);
  });

  it('is being turned away again and again, also from several things', async () => {
    const [stubborn, unlucky] = [randomUUID(), randomUUID()];
    const denied = { outcome: 'denied' } as const;
    await log.did(
      ...times(5, (n) => reads(stubborn, at(3, n), n < 3 ? denied : { ...denied, type: 'report.list' })),
      ...times(5, (n) => reads(unlucky, at(3, n * 5), denied)),
    );
    expect(await hits(3)).toMatchObject([{ rule: 'repeated-denials', actor: stubborn }]);
  });

  it('is each use of emergency access', async () => {
    await log.did(reads(randomUUID(), at(4, 0), { type: 'break-glass.start', action: 'E' }));
    expect(await hits(4, 'break-glass')).toHaveLength(1);
  });

  it('is nothing on a day on which nothing happened, and the look is an entry', async () => {
    expect(await hits(9)).toEqual([]);
    expect((await publishedEntries(log.database.worker)).at(-1)).toMatchObject({
      resultCount: 0,
      entity: [{ type: 'audit-log', id: 'unusual-access', fields: ['from', 'to'] }],
    });
  });
});

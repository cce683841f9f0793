import { randomUUID } from 'node:crypto';
import { publishedEntries } from '@rujukan/testing';
import { Trail } from '@rujukan/audit-trail';
import { aLog, auditor, type TestLog } from '../../storage/fixtures/a-log.js';
import { rememberAgency } from '../../storage/known-agency.store.js';
import { ReadTimeline } from './read-timeline.query.js';

jest.setTimeout(60_000);

const [uptd, shelter, caseId, handoff] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const minute = (m: number): Date => new Date(Date.UTC(2026, 2, 2, 3, m));

describe('the timeline of a case', () => {
  let log: TestLog;
  let read: ReadTimeline;

  beforeAll(async () => {
    log = await aLog();
    read = new ReadTimeline(log.unitOfWork);
    for (const [id, code, type] of [
      [uptd, 'uptd-ptk', 'uptd-ppa'],
      [shelter, 'plat', 'child-shelter'],
    ] as const)
      await rememberAgency(log.database.worker.manager, { id, code, type, version: 1 });
    await log.did(
      {
        type: 'handoff.accept',
        src: 'referral',
        purpose: 'service-provision',
        by: { agencyId: shelter, roles: ['shelter-manager'] },
        at: minute(5),
        trail: new Trail()
          .touched('handoff', handoff)
          .touched('disclosure', handoff, { fields: ['identity', 'needs'] })
          .about(caseId)
          .disclosed({ fromOrg: uptd, toOrg: shelter, receiptId: handoff }),
      },
      {
        type: 'case.read',
        action: 'R',
        outcome: 'denied',
        by: { agencyId: uptd, roles: ['case-worker'] },
        at: minute(6),
        trail: new Trail().touched('case', caseId).about(caseId),
      },
      { type: 'case.read', action: 'R', trail: new Trail().about(randomUUID()) },
    );
  });
  afterAll(() => log.close());

  async function page(slice: { limit: number; before?: number; isEvent?: true }) {
    const found = await read.execute(auditor(), caseId, slice);
    if (!found.ok) throw new Error('an auditor was refused');
    return found.value;
  }

  it('says who by role, what, what for, how it came out, and what passed to whom', async () => {
    const { items } = await page({ limit: 10 });
    expect(items.map(({ says }) => says.id)).toEqual([
      '2 Maret 2026 10.06 WIB: Pendamping dari UPTD PPA (uptd-ptk) ditolak ketika hendak membaca berkas kasus, untuk keperluan pengelolaan kasus.',
      '2 Maret 2026 10.05 WIB: Pengelola rumah aman dari PLAT / LPKS (plat) menerima rujukan, untuk keperluan pemberian layanan. Data terbuka dari UPTD PPA (uptd-ptk) kepada PLAT / LPKS (plat): Nama, tanggal lahir, jenis kelamin; Kebutuhan bahasa dan disabilitas.',
    ]);
    expect(items[0]!.says.en).toBe(
      '2 March 2026 10:06 WIB: Case worker of Women and child protection unit (uptd-ptk) was denied. The act: read the case file, for case management.',
    );
    expect(JSON.stringify(items.map(({ says }) => says))).not.toContain(items[0]!.entry.actor.sub);
  });

  it('goes on page by page', async () => {
    const first = await page({ limit: 1 });
    const second = await page({ limit: 1, before: first.before! });
    expect([...first.items, ...second.items].map(({ entry }) => entry.seq)).toEqual([1, 0]);
    expect(second.before).toBeUndefined();
  });

  it('tells on demand only what happened: no reading, no look of an auditor, nothing that only followed', async () => {
    const about = () => new Trail().touched('case', caseId).about(caseId);
    await log.did(
      { type: 'case.read', action: 'R', trail: about() },
      { type: 'access.grant', action: 'C', trail: about() },
      { type: 'audit.ask', action: 'R', src: 'audit', trail: about() },
    );
    const { items } = await page({ limit: 10, isEvent: true });
    expect(items.map(({ entry }) => [entry.type, entry.outcome])).toEqual([
      ['case.read', 'denied'],
      ['handoff.accept', 'success'],
    ]);
    expect((await page({ limit: 10 })).items).toHaveLength(5);
  });

  it('leaves an entry about the look, under the same child', async () => {
    await page({ limit: 2 });
    expect((await publishedEntries(log.database.worker)).at(-1)).toMatchObject({
      subject: [caseId],
      resultCount: 2,
      entity: [{ type: 'audit-log', id: 'timeline', fields: ['case'] }, {}, {}],
    });
  });
});

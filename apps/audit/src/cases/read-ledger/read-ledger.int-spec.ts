import { randomUUID } from 'node:crypto';
import { publishedEntries } from '@rujukan/testing';
import { Trail } from '@rujukan/audit-trail';
import { aLog, auditor, type Done, type TestLog } from '../../storage/fixtures/a-log.js';
import { ReadLedger } from './read-ledger.query.js';

jest.setTimeout(60_000);

const [kpad, uptd, shelter, singkawang] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const [caseId, report, handoff, advice, transfer, emergency] = [
  randomUUID(),
  randomUUID(),
  randomUUID(),
  randomUUID(),
  randomUUID(),
  randomUUID(),
];
const hour = (h: number): Date => new Date(Date.UTC(2026, 2, 2, h));

describe('the ledger of a case, from entries alone', () => {
  let log: TestLog;
  let read: ReadLedger;

  const accepts = (id: string, to: string, at: number, trail: Trail): Done => ({
    type: 'handoff.accept',
    src: 'referral',
    purpose: 'service-provision',
    by: { agencyId: to },
    at: hour(at),
    trail: trail
      .touched('handoff', id)
      .about(caseId)
      .allowedBy('receiver-answers', 'vital-interest')
      .disclosed({ fromOrg: uptd, toOrg: to, receiptId: id }),
  });
  const shows = (id: string, fields: string[]) => new Trail().touched('disclosure', id, { fields });

  beforeAll(async () => {
    log = await aLog();
    read = new ReadLedger(log.unitOfWork);
    await log.did(
      {
        type: 'report.file',
        action: 'C',
        by: { agencyId: kpad },
        at: hour(1),
        trail: new Trail()
          .touched('report', report)
          .disclosed({ fromOrg: kpad, toOrg: uptd, receiptId: report }),
      },
      {
        type: 'report.accept',
        by: { agencyId: uptd },
        at: hour(2),
        trail: new Trail().touched('report', report).touched('case', caseId).about(caseId),
      },
      accepts(advice, singkawang, 3, shows(advice, [])),
      accepts(handoff, shelter, 4, shows(handoff, ['identity', 'needs'])),
      { type: 'access.revoke', at: hour(6), trail: new Trail().touched('handoff', handoff).about(caseId) },
      {
        type: 'break-glass.start',
        action: 'E',
        by: { agencyId: kpad },
        at: hour(6),
        trail: new Trail()
          .touched('emergency-access', emergency, { version: 1 })
          .about(caseId)
          .disclosed({ fromOrg: uptd, toOrg: kpad, receiptId: emergency }),
      },
      {
        type: 'break-glass.end',
        at: hour(7),
        trail: new Trail().touched('emergency-access', emergency).about(caseId),
      },
      accepts(transfer, singkawang, 7, shows(transfer, []).touched('custody', caseId, { version: 2 })),
    );
  });
  afterAll(() => log.close());

  async function lines(agency?: string) {
    const found = await read.execute(auditor(), caseId, { limit: 50, agency });
    if (!found.ok) throw new Error('an auditor was refused');
    return found.value.lines;
  }

  it('tells which agency got what, why, on which basis, until when', async () => {
    const told = await lines();
    expect(told.map(({ means, to, until, seqs }) => [means, to, until, seqs])).toEqual([
      ['report', uptd, hour(2).toISOString(), [0, 1]],
      ['handoff', shelter, hour(6).toISOString(), [3, 4]],
      ['emergency', kpad, hour(7).toISOString(), [5, 6]],
      ['custody', singkawang, undefined, [7]],
    ]);
    expect(told[1]).toMatchObject({
      case: caseId,
      receipt: handoff,
      from: uptd,
      fieldGroups: ['identity', 'needs'],
      purpose: 'service-provision',
      basis: 'vital-interest',
      since: hour(4).toISOString(),
    });
    expect(told[1]!.says.en).toContain(
      'basis: vital interest; since 2 March 2026 11:00 WIB, until 2 March 2026',
    );
    expect(told[3]!.says.id).toContain('masih berlaku');
  });

  it('can be asked for what one agency got, and is an entry itself', async () => {
    expect((await lines(shelter)).map(({ receipt }) => receipt)).toEqual([handoff]);
    expect((await publishedEntries(log.database.worker)).at(-1)).toMatchObject({
      subject: [caseId],
      entity: [{ id: 'disclosures', fields: ['agency', 'case'] }, {}, {}, {}, {}, {}],
    });
  });
});

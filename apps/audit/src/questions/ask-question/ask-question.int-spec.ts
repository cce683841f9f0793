import { randomUUID } from 'node:crypto';
import { Trail, type EntityRef } from '@rujukan/audit-trail';
import { rememberAgency } from '../../storage/known-agency.store.js';
import { aLog, auditor, type Done, type TestLog } from '../../storage/fixtures/a-log.js';
import { AskQuestion } from './ask-question.query.js';

jest.setTimeout(60_000);

const police = randomUUID();
const uptd = randomUUID();
const shelter = randomUUID();
const hour = (h: number): Date => new Date(Date.UTC(2026, 2, 2, h));
const iso = (h: number): string => hour(h).toISOString();
/** When the auditor asks. */
const now = hour(100);

type Facts = NonNullable<EntityRef['facts']>;

let log: TestLog;
let ask: AskQuestion;

beforeAll(async () => {
  log = await aLog();
  ask = new AskQuestion(log.unitOfWork);
  for (const [id, code, type] of [
    [police, 'pol-ptk', 'police-wcpu'],
    [uptd, 'uptd-ptk', 'uptd-ppa'],
    [shelter, 'plat', 'child-shelter'],
  ] as const)
    await rememberAgency(log.database.worker.manager, { id, code, type, version: 1 });
});
afterAll(() => log.close());

async function answer(name: string, about: { case?: string; from?: Date; to?: Date } = {}) {
  const asked = await ask.execute(auditor({ now }), name, about, { limit: 100 });
  if (!asked.ok) throw new Error(asked.reason);
  return asked.value;
}

const verdicts = async (name: string, about: Parameters<typeof answer>[1]) =>
  (await answer(name, about)).findings.map(({ verdict }) => verdict);

const by = (agencyId: string, role = 'case-manager'): NonNullable<Done['by']> => ({
  agencyId,
  roles: [role],
});
const clock = (id: string, facts: Facts) => new Trail().touched('clock', id, { facts });

/** A report, its acceptance, and the clock of its case. */
function reported(caseId: string) {
  const [report, duty] = [randomUUID(), randomUUID()];
  const facts: Facts = {
    definition: 'police-report',
    state: 'running',
    timed: caseId,
    agency: uptd,
    due: iso(80),
  };
  const acts: Done[] = [
    {
      type: 'report.file',
      action: 'C',
      by: by(uptd),
      at: hour(1),
      trail: new Trail().touched('report', report),
    },
    {
      type: 'report.accept',
      by: by(uptd),
      at: hour(2),
      trail: clock(duty, facts).touched('report', report).touched('case', caseId).about(caseId),
    },
  ];
  return { acts, duty, facts };
}

describe('whether the police were told in time', () => {
  it('is answered for each case, with the reason where it was late', async () => {
    const [early, late] = [randomUUID(), randomUUID()];
    const [one, other] = [reported(early), reported(late)];
    const met = (duty: string, facts: Facts, isLate: boolean, about: string) =>
      clock(duty, { ...facts, state: 'met', isLate }).about(about);
    await log.did(
      ...one.acts,
      ...other.acts,
      { type: 'case.record-police-report', at: hour(20), trail: met(one.duty, one.facts, false, early) },
      {
        type: 'case.record-police-report',
        at: hour(90),
        trail: met(other.duty, other.facts, true, late).touched('clock', other.duty, {
          facts: { why: 'no-signal' },
        }),
      },
    );
    expect(await verdicts('police-told-in-time', { case: early })).toEqual(['in-time']);
    const { findings, says } = await answer('police-told-in-time', { case: late });
    expect(findings).toMatchObject([{ verdict: 'late', case: late, agency: uptd, seqs: [2, 3, 5] }]);
    expect(findings[0]!.says.id).toContain('UPTD PPA (uptd-ptk) memberi tahu polisi terlambat');
    expect(says.en).toBe('1 late: 0 in time, 0 still running, 0 known to the police from the start.');
  });

  it('counts the hours also before anybody looked at the report', async () => {
    const report = () => new Trail().touched('report', randomUUID());
    await log.did(
      { type: 'report.file', action: 'C', by: by(uptd), at: hour(-500), trail: report() },
      { type: 'report.file', action: 'C', by: by(police), at: hour(-499), trail: report() },
    );
    expect(await verdicts('police-told-in-time', { from: hour(-501), to: hour(-498) })).toEqual([
      'overdue',
      'police-knew',
    ]);
  });
});

describe('who opened sealed parts', () => {
  it('is told with purpose, agency and the relationship of that moment', async () => {
    const caseId = randomUUID();
    const handoff = randomUUID();
    const read = (at: number, who: string, fields: string[]): Done => ({
      type: 'case.read',
      action: 'R',
      by: by(who, 'shelter-manager'),
      at: hour(at),
      trail: new Trail().touched('case', caseId, { fields }).about(caseId),
    });
    await log.did(
      ...reported(caseId).acts,
      read(3, uptd, ['child.name']),
      {
        type: 'access.grant',
        action: 'C',
        at: hour(5),
        trail: new Trail()
          .touched('handoff', handoff)
          .about(caseId)
          .disclosed({ fromOrg: uptd, toOrg: shelter, receiptId: handoff }),
      },
      read(6, shelter, ['child.name', 'incident.modus']),
      { type: 'access.revoke', at: hour(8), trail: new Trail().touched('handoff', handoff).about(caseId) },
      read(9, shelter, ['child.name']),
      read(10, shelter, ['incident.modus']),
    );
    const { findings, says } = await answer('sealed-opened', { case: caseId });
    expect(findings.map(({ verdict, fields, agency }) => [verdict, fields, agency])).toEqual([
      ['within-relationship', ['child.name'], uptd],
      ['within-relationship', ['child.name'], shelter],
      ['without-relationship', ['child.name'], shelter],
    ]);
    expect(findings[2]!.says.en).toBe(
      'Shelter manager of Integrated child service centre / LPKS (plat) opened 1 sealed parts on 2 March 2026 16:00 WIB for case management, without an open relationship.',
    );
    expect(says.id).toBe('Bagian tertutup dibuka 3 kali, 1 kali tanpa hubungan yang tercatat.');
  });

  it('needs a case', async () => {
    const asked = await ask.execute(auditor(), 'sealed-opened', {}, { limit: 1 });
    expect(asked).toMatchObject({ reason: 'invalid-request' });
  });
});

describe('whether a consent carried a disclosure', () => {
  const consentOf = (facts: Partial<Facts> = {}): Facts => ({
    status: 'active',
    givenBy: 'by-parent',
    validFrom: iso(0),
    validTo: iso(50),
    isGuardianSuspect: false,
    ...facts,
  });

  async function disclosed(
    facts: Facts,
    more: { at?: number; withdrawnAt?: number } = {},
  ): Promise<string[]> {
    const [caseId, consent, handoff] = [randomUUID(), randomUUID(), randomUUID()];
    await log.did(
      {
        type: 'consent.record',
        action: 'C',
        at: hour(1),
        trail: new Trail().touched('consent', consent, { version: 1, facts }).about(caseId),
      },
      ...(more.withdrawnAt === undefined
        ? []
        : [
            {
              type: 'consent.withdraw',
              at: hour(more.withdrawnAt),
              trail: new Trail().touched('consent', consent).about(caseId),
            },
          ]),
      {
        type: 'handoff.accept',
        by: by(shelter),
        at: hour(more.at ?? 10),
        trail: new Trail()
          .touched('handoff', handoff)
          .touched('consent', consent)
          .about(caseId)
          .allowedBy('receiver-answers', 'consent')
          .disclosed({ fromOrg: uptd, toOrg: shelter, receiptId: handoff }),
      },
    );
    return verdicts('consent-valid', { case: caseId });
  }

  it.each([
    ['valid', consentOf(), {}],
    ['outside-period', consentOf(), { at: 60 }],
    ['withdrawn', consentOf(), { withdrawnAt: 5 }],
    ['valid', consentOf(), { withdrawnAt: 20 }],
    ['not-active', consentOf({ status: 'inactive' }), {}],
    ['guardian-is-suspect', consentOf({ isGuardianSuspect: true }), {}],
    ['not-on-record', consentOf(), { at: 0 }],
  ] as const)('finds it %s (%#)', async (verdict, facts, more) => {
    expect(await disclosed(facts, more)).toEqual([verdict]);
  });
});

describe('which referrals nobody acknowledged', () => {
  it('are named, and the longest wait for a bed with them', async () => {
    const caseId = randomUUID();
    const asked = (handoff: string, duty: string): Done => ({
      type: 'handoff.request',
      action: 'C',
      src: 'referral',
      by: by(uptd),
      at: hour(1),
      trail: clock(duty, { definition: 'referral-ack', state: 'running', agency: shelter, due: iso(2) })
        .touched('handoff', handoff, { facts: { to: shelter, service: 'emergency-shelter' } })
        .about(caseId),
    });
    const [handoff, duty] = [randomUUID(), randomUUID()];
    await log.did(asked(handoff, duty), {
      type: 'clock.strike',
      src: 'referral',
      at: hour(3),
      trail: clock(duty, { definition: 'referral-ack', state: 'breached', agency: shelter, due: iso(2) }),
    });
    const { findings, says } = await answer('acknowledged-in-time', { case: caseId });
    expect(findings.map(({ verdict }) => verdict)).toEqual(['overdue', 'longest-wait-lasts']);
    expect(says.en).toBe(
      '1 referral was not acknowledged in time, 1 of them not yet. The longest wait for a bed: 99 h, and it lasts.',
    );

    await log.did({
      type: 'handoff.accept',
      src: 'referral',
      by: by(shelter),
      at: hour(4),
      trail: new Trail().touched('handoff', handoff).about(caseId),
    });
    expect((await answer('acknowledged-in-time', { case: caseId })).says.id).toContain('3 jam.');
  });
});

describe('what the old agency read after a transfer', () => {
  it('is told apart from what it was refused', async () => {
    const caseId = randomUUID();
    const handoff = randomUUID();
    const moved = { fromOrg: uptd, toOrg: shelter, receiptId: handoff };
    const read = (at: number, outcome: Done['outcome']): Done => ({
      type: 'case.read',
      action: 'R',
      by: by(uptd),
      at: hour(at),
      ...(outcome ? { outcome } : {}),
      trail: new Trail().touched('case', caseId).about(caseId),
    });
    await log.did(
      read(1, 'success'),
      {
        type: 'handoff.accept',
        src: 'referral',
        by: by(shelter),
        at: hour(3),
        trail: new Trail().touched('custody', caseId, { version: 2 }).about(caseId).disclosed(moved),
      },
      read(3, 'success'),
      { type: 'custody.move', at: hour(4), trail: new Trail().about(caseId).disclosed(moved) },
      read(5, 'denied'),
    );
    expect(await verdicts('read-after-transfer', { case: caseId })).toEqual(['turned-away']);
    const receipt = (type: string): Done => ({
      type,
      action: 'R',
      src: 'referral',
      by: by(uptd),
      at: hour(6),
      trail: new Trail().touched('handoff', handoff, { fields: ['purpose'] }).about(caseId),
    });
    await log.did(receipt('handoff.list'), receipt('handoff.read'));
    const kept = await answer('read-after-transfer', { case: caseId });
    expect(kept.says.en).toMatch(/read nothing .* The receipt, which it keeps, was looked at 2 times\.$/);
    await log.did(read(6, 'success'));
    const { findings, says } = await answer('read-after-transfer', { case: caseId });
    expect(findings.map(({ verdict }) => verdict)).toContain('read');
    expect(says.id).toMatch(
      /^1 kasus beralih\. Instansi lama membaca 1 kali sesudahnya dan ditolak 1 kali\./,
    );
  });
});

describe('exports, requests and breaches', () => {
  it('are plainly none where none is recorded', async () => {
    expect((await answer('rows-exported', { from: hour(-9), to: hour(-8) })).says).toEqual({
      id: 'Tidak ada ekspor yang tercatat.',
      en: 'No export is recorded.',
    });
    expect((await answer('rights-and-breaches')).says.en).toBe(
      'No data-subject request and no breach is recorded.',
    );
  });

  it('are judged by their approval and by their time limit', async () => {
    const [dump, request, breach] = [randomUUID(), randomUUID(), randomUUID()];
    const record = (type: string, id: string, due?: number) =>
      new Trail().touched(type, id, due === undefined ? {} : { facts: { due: iso(due) } });
    await log.did(
      { type: 'export.create', action: 'E', by: by(uptd), at: hour(1), trail: record('export', dump) },
      { type: 'export.approve', by: by(uptd, 'supervisor'), at: hour(1), trail: record('export', dump) },
      {
        type: 'export.create',
        action: 'E',
        by: by(uptd),
        at: hour(2),
        trail: record('export', randomUUID()),
      },
      {
        type: 'data-subject-request.received',
        action: 'C',
        at: hour(1),
        trail: record('data-subject-request', request, 73),
      },
      { type: 'data-subject-request.answered', at: hour(70), trail: record('data-subject-request', request) },
      { type: 'breach.recorded', action: 'C', at: hour(1), trail: record('breach', breach, 73) },
    );
    expect(await verdicts('rows-exported', {})).toEqual(['approved', 'waiting']);
    const lone = record('export', randomUUID());
    await log.did(
      { type: 'export.create', action: 'E', by: by(uptd), at: hour(3), trail: lone },
      { type: 'export.make', action: 'C', at: hour(4), trail: lone },
    );
    const { findings, says } = await answer('rows-exported');
    expect(findings.map(({ verdict }) => verdict)).toEqual(['approved', 'waiting', 'not-approved']);
    expect(says.en).toBe('2 exports are recorded; 1 without approval. 1 request waits for approval.');
    expect(await verdicts('rights-and-breaches', {})).toEqual(['in-time', 'overdue']);
  });
});

import { randomUUID } from 'node:crypto';
import { aReport } from './support/report.js';
import { world } from './support/world.js';

const { api, here, clock } = world();
const police = api.as('pol.penyidik');

describe('the habits of the API', () => {
  it('files a report once, however often the same request arrives', async () => {
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => police.post('intake', '/v1/reports', aReport(), { key })),
    );
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    const other = await police.post('intake', '/v1/reports', aReport({ summary: 'Lain.' }), {
      key,
      expect: [422],
    });
    expect(other.code).toBe('idempotency-key-reused');
  });

  it('says which fields to mend, in Indonesian, and repeats none of them', async () => {
    const wrong = { ...aReport(), summary: 7, immediateSafety: 'perhaps', unknown: 'Rahasia Contoh' };
    const answer = await police.post('intake', '/v1/reports', wrong, { expect: [400] });
    expect(answer.title).toBe('Ada isian yang perlu diperbaiki');
    const pointers = answer.errors.map((error: { pointer: string }) => error.pointer);
    expect(pointers).toEqual(expect.arrayContaining(['/summary', '/immediateSafety']));
    expect(JSON.stringify(answer)).not.toContain('Rahasia');
  });

  it('asks for the version that the caller saw', async () => {
    const filed = await police.post('intake', '/v1/reports', aReport());
    const accept = (ifMatch?: number, expectStatus = 428) =>
      api
        .as('uptd.pengaduan')
        .post(
          'intake',
          `/v1/reports/${filed.id}/insufficiency-notices`,
          { missing: ['current-location'] },
          { ...(ifMatch === undefined ? {} : { ifMatch }), expect: [expectStatus] },
        );
    expect((await accept()).code).toBe('precondition-required');
    expect((await accept(99, 412)).code).toBe('stale-version');
  });

  it('pages with a cursor that cannot be forged', async () => {
    await police.post('intake', '/v1/reports', aReport());
    await police.post('intake', '/v1/reports', aReport());
    const first = await police.get('intake', '/v1/reports?box=filed&limit=1');
    const second = await police.get(
      'intake',
      `/v1/reports?box=filed&limit=1&cursor=${encodeURIComponent(first.next)}`,
    );
    expect(first.items[0].id).not.toBe(second.items[0].id);
    const forged = `${first.next.slice(0, -2)}xx`;
    await police.get('intake', `/v1/reports?box=filed&limit=1&cursor=${encodeURIComponent(forged)}`, {
      expect: [400],
    });
  });
});

describe('the 72-hour clock', () => {
  afterEach(() => clock.release());

  it('runs for a report that the police do not know, and is announced once when it is missed', async () => {
    const officer = api.as('uptd.pengaduan');
    const filed = await officer.post(
      'intake',
      '/v1/reports',
      aReport({ channel: 'walk-in', reporterRole: 'child' }),
    );
    const { version } = await officer.get('intake', `/v1/reports/${filed.id}`);
    const decision = { riskLevel: 'high', exploitationTypes: ['grooming'], authority: 'uptd-ppa' };
    const accepted = await officer.post('intake', `/v1/reports/${filed.id}/acceptances`, decision, {
      ifMatch: version,
    });
    expect(Date.parse(accepted.clock.dueAt) - Date.parse(filed.receivedAt)).toBe(72 * 3_600_000);

    const caseId = accepted.cases[0].id;
    clock.advance(73 * 3_600_000);
    const { eventually } = await import('@rujukan/testing');
    await eventually(
      'the clock to be overdue',
      async () => (await officer.get('intake', `/v1/cases/${caseId}`)).clocks[0].state === 'breached',
      { withinMs: 15_000 },
    );
  });
});

describe('outputs', () => {
  it('every process logs without a word of a person', async () => {
    const { readdirSync, readFileSync } = await import('node:fs');
    const { dirname, join } = await import('node:path');
    const logs = join(dirname(here.clockFile), 'logs');
    const files = readdirSync(logs).filter((file) => file.endsWith('.log'));
    expect(files.length).toBeGreaterThan(8);
    for (const file of files)
      expect(readFileSync(join(logs, file), 'utf8')).not.toMatch(/Contoh|Percontohan|\(Demo\)/);
  });
});

import { world } from './support/world.js';

const { api, agencyOf } = world();
const manager = api.as('uptd.manajer');

interface Line {
  readonly id: string;
  readonly caseId: string;
  readonly status: string;
  readonly statusReason?: string;
  readonly serviceType: string;
  readonly to: { readonly code: string };
  readonly requestedAt: string;
}

/** Page after page: other suites send more than one page holds. */
async function sent(): Promise<Line[]> {
  const lines: Line[] = [];
  let cursor = '';
  do {
    const page = await manager.get('referral', `/v1/handoffs?box=outbox&limit=100${cursor}`);
    lines.push(...(page.items as Line[]));
    cursor = page.next ? `&cursor=${encodeURIComponent(page.next)}` : '';
  } while (cursor);
  return lines;
}

describe('the demo stories', () => {
  it('D-06: the full shelter declined within the hour and the next one took the child within her three hours', async () => {
    const beds = (await sent()).filter((line) => line.serviceType === 'emergency-shelter');
    // Other suites decline beds too, of other cases; the demo's child is the one that found another.
    const taken = beds.filter((line) => line.to.code === 'ngo-e' && line.status === 'completed');
    const declined = beds.find(
      (line) =>
        line.to.code === 'plat' &&
        line.statusReason === 'no-capacity' &&
        taken.some((one) => one.caseId === line.caseId),
    );
    expect(declined).toBeDefined();
    const next = taken.find((line) => line.caseId === declined!.caseId)!;

    const timeline = (await manager.get('referral', `/v1/handoffs/${next.id}/timeline`)) as {
      items: Step[];
    };
    const accepted = timeline.items.find((step) => step.status === 'accepted');
    const need = Date.parse(accepted!.at) - Date.parse(declined!.requestedAt);
    expect(need).toBeLessThanOrEqual(3 * 3_600_000);
  });

  it('D-06: closure waits for a supervisor', async () => {
    const waiting = await api
      .as('uptd.penyelia')
      .get('victim-services', '/v1/closure-requests?status=requested');
    expect(waiting.items.length).toBeGreaterThan(0);
  });

  it('D-01: the child is in service nine days later, and the hospital sees her file no more', async () => {
    const exam = (await sent()).find((line) => line.serviceType === 'medico-legal-exam');
    expect(exam?.status).toBe('completed');
    const file = await manager.get('intake', `/v1/cases/${exam!.caseId}`);
    expect(file).toMatchObject({ status: 'open', custodianAgencyId: agencyOf('uptd.manajer') });
    await api.as('rs.dokter').get('intake', `/v1/cases/${exam!.caseId}`, { expect: [404] });
    const shelter = await api.as('plat.pengelola').get('intake', `/v1/cases/${exam!.caseId}`);
    expect(shelter.fieldGroups).not.toContain('allegation');
  });

  it('leaves a report that waits for triage', async () => {
    const desk = await api.as('uptd.pengaduan').get('intake', '/v1/reports?box=received&status=received');
    expect(desk.items.length).toBeGreaterThan(0);
  });
});

interface Step {
  readonly status: string;
  readonly at: string;
}

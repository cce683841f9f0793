import { randomUUID } from 'node:crypto';
import { tokenFor } from '@rujukan/testing';
import { shelteredCase } from './support/path.js';
import { world } from './support/world.js';

const here = world();
const { services } = here.here;
const names = Object.keys(services) as (keyof typeof services)[];

describe('closed doors', () => {
  it.each(names)(
    '%s answers 401 to nobody, 403 to an undeclared route, and hides its machinery',
    async (name) => {
      const url = services[name].url;
      const nobody = await fetch(`${url}/v1/anything`);
      expect([401, 404]).toContain(nobody.status);
      const open = await Promise.all(
        ['/livez', '/readyz', '/openapi.json'].map((path) => fetch(`${url}${path}`)),
      );
      expect(open.map((answer) => answer.status)).toEqual([200, 200, 200]);
      const document = (await open[2]!.json()) as { openapi: string };
      expect(document.openapi).toMatch(/^3\.1/);
      expect(JSON.stringify(document)).not.toContain('"nullable"');
      expect(nobody.headers.get('x-powered-by')).toBeNull();
      expect(nobody.headers.get('cache-control')).toContain('no-store');
      expect(nobody.headers.get('x-content-type-options')).toBe('nosniff');
    },
  );

  it('answers another agency about a real case exactly as about a case that never was', async () => {
    const { caseId, handoffId } = await shelteredCase(here);
    const token = await tokenFor('bapas.pk');
    const ask = async (url: string) => {
      const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
      const { traceId: _, ...body } = (await answer.json()) as Record<string, unknown>;
      return { status: answer.status, body };
    };
    const doors: [string, string][] = [
      [`${services.intake.url}/v1/cases/`, caseId],
      [`${services.referral.url}/v1/cases/`, caseId],
      [`${services.referral.url}/v1/handoffs/`, handoffId],
    ];
    for (const [door, real] of doors) {
      const [there, nowhere] = [await ask(door + real), await ask(door + randomUUID())];
      expect(there.status).toBe(404);
      expect(there).toEqual(nowhere);
    }
  });

  it('refuses a token that was made for somebody else', async () => {
    const token = await tokenFor('uptd.manajer');
    const [head, body, signature] = token.split('.') as [string, string, string];
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>;
    const forged = Buffer.from(JSON.stringify({ ...claims, agency_id: randomUUID() })).toString('base64url');
    const answer = await fetch(`${services.intake.url}/v1/cases`, {
      headers: { authorization: `Bearer ${head}.${forged}.${signature}` },
    });
    expect(answer.status).toBe(401);
  });

  it('lets a caller without the role in at no write', async () => {
    const auditor = here.api.as('insp.auditor');
    const answer = await auditor.post('intake', '/v1/reports', {}, { expect: [403] });
    expect(answer.code).toBe('forbidden');
  });
});

// @ts-check
// An auditor takes two files of the log away: what it says of one case alone, and what a whole agency did once a
// commissioner has agreed.
import { agencyId } from './directory.mjs';
import { until } from './client.mjs';

/** @param {import('./replay.mjs').Stage} stage @param {string} caseId of the breach */
export async function inspection({ api, at, step }, caseId) {
  const auditor = api.as('insp.auditor');
  const commissioner = api.as('kppad.komisioner');

  await at('-0:30');
  await until('the end of the breach in the log', async () => {
    const { items } = await auditor.get('audit', `/v1/entries?case=${caseId}&type=breach.notified&limit=1`);
    return items.length > 0;
  });
  await step('what the log says of a breach is exported', (key) =>
    auditor.post('audit', '/v1/audit/exports', { reason: 'breach', criteria: { case: caseId } }, { key }),
  );
  const whole = await step('an export of all that one agency did is asked', (key) =>
    auditor.post(
      'audit',
      '/v1/audit/exports',
      { reason: 'inspection', criteria: { agency: agencyId('uptd-skw') } },
      { key },
    ),
  );
  await at('+0:10');
  await step('a commissioner approves it', (key) =>
    commissioner.post('audit', `/v1/audit/exports/${whole.id}/approvals`, {}, { key }),
  );
}

// @ts-check
// Plays one case from report to closure against the running stack and shows what each call left in the audit log.
import { existsSync, readFileSync } from 'node:fs';
import { connect, until } from './client.mjs';
import { agencyId } from './directory.mjs';
import {
  acceptReport,
  accessToCase,
  agreePlan,
  answerHandoff,
  recordAttended,
  requestClosure,
  requestHandoff,
} from './steps.mjs';

const path = process.argv[2] ?? '.run/stack.json';
if (!existsSync(path)) {
  console.error('No running stack here. Start one with `npm start` in another terminal.');
  process.exit(1);
}
const stack = JSON.parse(readFileSync(path, 'utf8'));

/** @type {import('./client.mjs').Call[]} */
const calls = [];
let lastLine = '';
const api = connect(stack, (call) => {
  if (call.actor === 'insp.auditor' && !chapter.isAudit) return;
  calls.push(call);
  const code = call.body?.code ? ` ${call.body.code}` : '';
  const line = `  ${call.status}${code}  ${call.method} ${call.service}${call.path}  as ${call.actor}`;
  if (line !== lastLine) console.log(`${line}, ${call.ms} ms`); // asked again and again: said once
  lastLine = line;
});
const auditor = api.as('insp.auditor');
/** @type {any} */
const story = {};
const chapter = { isAudit: false };
let shown = 0;

const police = api.as('pol.penyidik');
const intake = api.as('uptd.pengaduan');
const manager = api.as('uptd.manajer');
const supervisor = api.as('uptd.penyelia');
const plat = api.as('plat.pengelola');
const ngo = api.as('ngo.pengelola');
const singkawang = api.as('skw.manajer');
const stranger = api.as('bapas.pk');

await step('1. The police file a report about two children', async () => {
  story.report = await police.post('intake', '/v1/reports', report());
});
await step('2. An intake officer accepts it: one incident, one case per child', async () => {
  await intake.get('intake', `/v1/reports/${story.report.id}`);
  const decision = { riskLevel: 'high', exploitationTypes: ['grooming'], authority: 'uptd-ppa' };
  story.accepted = await acceptReport(intake, story.report.id, decision);
  [story.first, story.second] = story.accepted.cases.map((/** @type {any} */ one) => one.id);
});
await step(
  '3. A shelter is asked and declines; the next one accepts and then sees only what the profile shares',
  async () => {
    const full = await requestHandoff(manager, shelter('plat'));
    await plat.get('referral', `/v1/handoffs/${full.id}`);
    await answerHandoff(plat, full.id, 'rejections', { reason: 'no-capacity' });
    story.handoff = await requestHandoff(manager, shelter('ngo-e'));
    await ngo.get('intake', `/v1/cases/${story.first}`, { expect: [404] });
    await answerHandoff(ngo, story.handoff.id, 'receipts');
    await answerHandoff(ngo, story.handoff.id, 'acceptances');
    const seen = await accessToCase(ngo, 'intake', story.first);
    console.log(`  → the shelter sees: ${seen.fieldGroups.join(', ')}`);
    await stranger.get('intake', `/v1/cases/${story.first}`, { expect: [404] });
  },
);
await step('4. Services are given, the referral completes, a supervisor approves the closure', async () => {
  await agreePlan(manager, story.first, 'Aman dan pulih.', ['Tempat aman', 'Konseling']);
  await accessToCase(ngo, 'victim-services', story.first);
  await recordAttended(ngo, story.first, story.handoff.id, 'emergency-shelter');
  await until('the referral in service', async () => {
    const handoff = await ngo.get('referral', `/v1/handoffs/${story.handoff.id}`);
    return handoff.status === 'in-progress';
  });
  await answerHandoff(ngo, story.handoff.id, 'completions', { outcome: 'service-provided' });
  const closure = await requestClosure(manager, story.first);
  await supervisor.post(
    'victim-services',
    `/v1/closure-requests/${closure.id}/approvals`,
    {},
    { ifMatch: closure.version },
  );
});
await step(
  '5. The other child’s case is transferred to her home town: custody moves, the old agency sees nothing any more',
  async () => {
    const offer = {
      caseId: story.second,
      to: 'uptd-skw',
      kind: 'transfer',
      serviceType: 'case-management',
      shareProfile: 'case-transfer',
      basis: { code: 'public-task' },
      purpose: 'Anak kembali ke kota asal.',
      priority: 'urgent',
    };
    const transfer = await requestHandoff(manager, offer);
    await answerHandoff(singkawang, transfer.id, 'acceptances');
    await accessToCase(singkawang, 'intake', story.second);
    await until('the old agency is refused', () =>
      manager
        .get('intake', `/v1/cases/${story.second}`, { expect: [200, 404] })
        .then((answer) => answer.status === 404),
    );
  },
);
chapter.isAudit = true;
await step(
  '6. The auditor asks for everything about the first case, and for everything one person did',
  async () => {
    const trail = await everything(`case=${story.first}`);
    for (const entry of trail.reverse()) console.log(`    ${line(entry)}`);
    const keeper = trail.find((entry) => entry.type === 'handoff.accept').actor.sub;
    const acts = await everything(`actor=${keeper}`);
    console.log(`  → ${trail.length} entries about the case, ${acts.length} by the keeper of the shelter`);
  },
);

/** @param {string} title @param {() => Promise<void>} play */
async function step(title, play) {
  console.log(`\n${title}`);
  await play();
  const mine = calls.slice(shown).filter((call) => call.service !== 'audit');
  shown = calls.length;
  if (mine.length > 0) await showEntries(mine);
}

/** @param {import('./client.mjs').Call[]} mine */
async function showEntries(mine) {
  const wanted = new Set(mine.map((call) => call.requestId));
  const entries = await until('an audit entry for every call', async () => {
    const found = (await everything('', 4)).filter(
      (entry) => wanted.has(entry.requestId) && entry.actor.kind !== 'service',
    );
    return new Set(found.map((entry) => entry.requestId)).size === wanted.size && found;
  });
  console.log(`  audit: ${entries.length} entries for ${wanted.size} calls`);
  for (const entry of entries.reverse()) console.log(`    ${line(entry)}`);
}

/** @param {string} filter @param {number} [pages] @returns {Promise<any[]>} newest first */
async function everything(filter, pages = 50) {
  const items = [];
  let cursor = '';
  for (let page = 0; page < pages; page += 1) {
    const answer = await auditor.get('audit', `/v1/entries?limit=100&${filter}${cursor}`);
    items.push(...answer.items);
    if (!answer.next) break;
    cursor = `&cursor=${encodeURIComponent(answer.next)}`;
  }
  return items;
}

/** @param {any} entry */
function line(entry) {
  const why = entry.reason ? ` (${entry.reason})` : '';
  return `#${entry.seq} ${entry.occurred} ${entry.type} ${entry.outcome}${why} by ${entry.actor.sub.slice(0, 8)}… for ${entry.purpose}`;
}

/** @param {string} to */
function shelter(to) {
  return {
    caseId: story.first,
    to,
    serviceType: 'emergency-shelter',
    shareProfile: 'shelter-placement',
    basis: { code: 'vital-interest' },
    purpose: 'Tempat aman malam ini.',
    priority: 'stat',
  };
}

function report() {
  const child = {
    guardian: { isSuspect: false },
    languages: ['id'],
    hasDisability: false,
    ageCertainty: 'stated',
  };
  return {
    channel: 'police-operation',
    reporterRole: 'officer',
    isAnonymous: false,
    recipientAgencyId: agencyId('uptd-ptk'),
    place: { type: 'boarding-house', areaCode: '61.71.06' },
    summary: 'Dua anak ditemukan di tempat kos. Keduanya didekati lewat media sosial.',
    immediateSafety: 'unsafe',
    children: [
      {
        ...child,
        name: 'Rengas Contoh',
        sex: 'female',
        birthDate: '2010-05-02',
        residence: { areaCode: '61.71.06' },
      },
      {
        ...child,
        name: 'Meranti Contoh',
        sex: 'female',
        birthDate: '2009-08-20',
        residence: { areaCode: '61.72.02' },
      },
    ],
    exploitationTypes: ['grooming'],
    modus: ['social-media-contact'],
    platforms: ['social-network'],
    contributingFactors: ['unsupervised-online'],
  };
}

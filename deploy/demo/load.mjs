// @ts-check
// Fills a fresh stack with the synthetic demo: `node deploy/demo/load.mjs [path of stack.json]`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sagu } from './child.mjs';
import { connect } from './client.mjs';
import { agencyId, registerDirectory } from './directory.mjs';
import { inspection } from './inspection.mjs';
import { clockAt } from './movable-clock.mjs';
import { stage } from './replay.mjs';
import { storyD01 } from './story-d01.mjs';
import { storyD06 } from './story-d06.mjs';
import { storyD07 } from './story-d07.mjs';
import { storyD11 } from './story-d11.mjs';
import { storyD12 } from './story-d12.mjs';

const path = process.argv[2] ?? '.run/stack.json';
const stack = JSON.parse(readFileSync(path, 'utf8'));
const api = connect(stack);
const clock = clockAt(stack.clockFile);
const say = (/** @type {string} */ line) => console.log(`demo: ${line}`);

// The stories end at the moment the demo was first loaded, also when a cut-off load is begun again.
const mark = join(dirname(path), 'demo-anchor.json');
if (!existsSync(mark)) writeFileSync(mark, JSON.stringify({ anchor: new Date().toISOString() }));
const anchor = new Date(JSON.parse(readFileSync(mark, 'utf8')).anchor);

say('directory of agencies, services and agreements');
await registerDirectory(api, anchor);
const tell = (/** @type {string} */ name) => stage({ name, api, clock, anchor, say });
await storyD06(tell('D-06'));
await storyD11(tell('D-11'));
const misdirected = await storyD12(tell('D-12'));
await storyD07(tell('D-07'));
await storyD01(tell('D-01'));
await waitingReport(tell('D-10'));
await inspection(tell('inspection'), misdirected);
clock.release();
say("loaded; the clock is the machine's own again");

/** A report that waits for triage, so that the first screen has something to do. @param {import('./replay.mjs').Stage} stage */
async function waitingReport({ at, step }) {
  await at('-0:40');
  const report = {
    channel: 'phone',
    reporterRole: 'parent-guardian',
    isAnonymous: false,
    reporterContact: { phone: '+62561000010' },
    recipientAgencyId: agencyId('uptd-ptk'),
    place: { type: 'online-only' },
    summary:
      'Orang tua melaporkan ancaman penyebaran gambar lewat gim daring. Anak berada di rumah bersama orang tua.',
    immediateSafety: 'safe',
    children: [sagu],
    exploitationTypes: ['sextortion'],
    modus: ['online-game', 'image-threat'],
    platforms: ['game'],
    contributingFactors: ['unsupervised-online'],
  };
  await step('a parent reports by telephone', (key) =>
    api.as('uptd.pengaduan').post('intake', '/v1/reports', report, { key }),
  );
}

// Adds what is new and compatible to baseline.json, the schemas that others rely on; refuses everything else.
import { readFileSync, writeFileSync } from 'node:fs';
import prettier from 'prettier';
import { breaks } from './compatibility.mjs';
import { readSchemas } from './schemas.mjs';

const file = new URL('baseline.json', import.meta.url);
const baseline = JSON.parse(readFileSync(file, 'utf8'));
const schemas = Object.fromEntries(readSchemas().map(({ type, schema }) => [type, schema]));
const broken = Object.entries(baseline).flatMap(([type, before]) => breaks(type, before, schemas[type]));
if (broken.length > 0) {
  console.error(`${broken.join('\n')}\nMake a new version of the event beside the old one.`);
  process.exitCode = 1;
} else {
  const text = JSON.stringify({ ...baseline, ...schemas });
  writeFileSync(file, await prettier.format(text, { parser: 'json', printWidth: 110 }));
}

// Derives TypeScript from the JSON Schemas and topics.json; `--check` compares instead of writing.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { compile } from 'json-schema-to-typescript';
import prettier from 'prettier';

const here = new URL('.', import.meta.url);
const read = (path) => JSON.parse(readFileSync(new URL(path, here), 'utf8'));
const pascal = (type) =>
  type
    .split(/[.-]/)
    .map((word) => word[0].toUpperCase() + word.slice(1))
    .join('');

const schemas = readdirSync(new URL('events/', here))
  .flatMap((owner) => readdirSync(new URL(`events/${owner}/`, here)).map((file) => `events/${owner}/${file}`))
  .filter((file) => file.endsWith('.schema.json'))
  .sort()
  .map((file) => ({ type: file.replace(/^.*\/|\.schema\.json$/g, ''), schema: read(file) }));

const interfaces = await Promise.all(
  schemas.map(({ type, schema }) =>
    compile({ ...schema, title: pascal(type) }, pascal(type), {
      bannerComment: '',
      format: false,
      ignoreMinAndMaxItems: true,
      additionalProperties: false,
    }),
  ),
);

const source = `// Generated from events/ and topics.json by generate.mjs. Do not edit.
${interfaces.join('\n')}
export interface EventData {
${schemas.map(({ type }) => `  '${type}': ${pascal(type)};`).join('\n')}
}

export const eventSchemas: Readonly<Record<keyof EventData, object>> = {
${schemas.map(({ type, schema }) => `  '${type}': ${JSON.stringify(schema)},`).join('\n')}
};

export interface Topic {
  readonly name: string;
  /** The only service that may append to it; \`*\` for the audit topic, which every service feeds. */
  readonly owner: string;
  readonly key: string;
  readonly partitions: number;
  readonly retentionDays: number;
  readonly classification: string;
  readonly types: readonly string[];
}

export const topics: readonly Topic[] = ${JSON.stringify(read('topics.json').topics)};
`;

const target = new URL('src/generated/events.ts', here);
const text = await prettier.format(source, { parser: 'typescript', singleQuote: true, printWidth: 110 });
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('libs/contracts/src/generated/events.ts is out of date: run `npm run contracts`.');
    process.exit(1);
  }
} else writeFileSync(target, text);

// Derives TypeScript and docs/events.md from the JSON Schemas and topics.json; `--check` compares instead of writing.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile } from 'json-schema-to-typescript';
import prettier from 'prettier';
import { eventsDoc } from './events-doc.mjs';
import { readSchemas, readTopics } from './schemas.mjs';

const here = new URL('.', import.meta.url);
const pascal = (type) =>
  type
    .split(/[.-]/)
    .map((word) => word[0].toUpperCase() + word.slice(1))
    .join('');

async function typescript(topics, schemas) {
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
  return `// Generated from events/ and topics.json by generate.mjs. Do not edit.
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
  /** Days that an event can be read; on a compacted topic, that an event can be read which a later one replaced. */
  readonly retentionDays: number;
  /** The last event of each key stays for good: a service that starts years later still reads how things stand. */
  readonly isCompacted?: boolean;
  readonly classification: string;
  readonly types: readonly string[];
}

export const topics: readonly Topic[] = ${JSON.stringify(topics)};
`;
}

/** Everything that is derived from the contracts: path and text. */
async function derived() {
  const [topics, schemas] = [readTopics(), readSchemas()];
  const settings = async (file, parser) => ({
    ...(await prettier.resolveConfig(fileURLToPath(file))),
    parser,
  });
  const code = new URL('src/generated/events.ts', here);
  const docs = new URL('../../docs/events.md', here);
  return [
    {
      file: code,
      text: await prettier.format(await typescript(topics, schemas), await settings(code, 'typescript')),
    },
    { file: docs, text: await prettier.format(eventsDoc(topics, schemas), await settings(docs, 'markdown')) },
  ];
}

const isCurrent = ({ file, text }) => {
  try {
    return readFileSync(file, 'utf8') === text;
  } catch {
    // A file that cannot be read is not current, whatever the reason.
    return false;
  }
};

const stale = (await derived()).filter((one) => !isCurrent(one));
if (!process.argv.includes('--check')) for (const { file, text } of stale) writeFileSync(file, text);
else if (stale.length > 0) {
  const names = stale.map(({ file }) => fileURLToPath(file).replace(/^.*?\/(libs|docs)\//, '$1/'));
  console.error(`out of date: ${names.join(', ')}; run \`npm run contracts\``);
  process.exitCode = 1;
}

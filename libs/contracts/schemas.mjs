import { readFileSync, readdirSync } from 'node:fs';

const here = new URL('.', import.meta.url);

export const readJson = (path) => JSON.parse(readFileSync(new URL(path, here), 'utf8'));

/** Every event schema with the service whose folder it lies in, sorted by type. */
export const readSchemas = () =>
  readdirSync(new URL('events/', here))
    .flatMap((owner) =>
      readdirSync(new URL(`events/${owner}/`, here))
        .filter((file) => file.endsWith('.schema.json'))
        .map((file) => ({
          type: file.replace('.schema.json', ''),
          owner,
          schema: readJson(`events/${owner}/${file}`),
        })),
    )
    .sort((one, other) => (one.owner + one.type < other.owner + other.type ? -1 : 1));

export const readTopics = () => readJson('topics.json').topics;

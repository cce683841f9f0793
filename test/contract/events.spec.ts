import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { codesOf, eventSchemas, topics, type EventData } from '@rujukan/contracts';
import { event, toOutboxRows, validatorFor, type EventType } from '@rujukan/messaging';
import { readSchemas } from '@rujukan/contracts/schemas.mjs';
import type { Schema } from './schema-rules.js';

interface Known {
  readonly type: EventType;
  readonly owner: string;
  readonly schema: Schema & {
    readonly required: readonly string[];
    readonly properties: Record<string, Schema>;
  };
}

const contracts = new URL('../../libs/contracts/', import.meta.url);
const known = readSchemas() as readonly Known[];
const all = known.map((one) => [one.type, one] as const);
const example = ({ type, owner }: Known) =>
  JSON.parse(readFileSync(new URL(`events/${owner}/${type}.example.json`, contracts), 'utf8')) as Record<
    string,
    unknown
  >;
const coded = (schema: Schema, path = ''): [string, Schema][] => [
  ...('x-code-list' in schema ? [[path, schema] as [string, Schema]] : []),
  ...Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
    coded(property, `${path}/${name}`),
  ),
  ...(schema.items ? coded(schema.items, `${path}[]`) : []),
];

describe('the contract', () => {
  it('has types, and an example for each and for no other', () => {
    expect(known.length).toBeGreaterThan(20);
    expect(Object.keys(eventSchemas).sort()).toEqual(known.map(({ type }) => type).sort());
    for (const owner of readdirSync(new URL('events/', contracts))) {
      const files = readdirSync(new URL(`events/${owner}/`, contracts));
      const named = (ending: string) =>
        files.filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length));
      expect(named('.example.json')).toEqual(named('.schema.json'));
      expect(files).toHaveLength(2 * named('.schema.json').length);
    }
  });

  it.each(all)('%s says what it is, under its own id', (type, { schema }) => {
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `urn:rujukan:event:${type}`,
      title: type,
      description: expect.stringMatching(/^[A-Z].{10,}\.$/) as string,
    });
    expect(type).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*\.v[1-9]$/);
  });

  it.each(all)('%s has an example that a producer may send', (type, one) => {
    const validate = validatorFor(eventSchemas[type]);
    expect([validate(example(one)), validate.errors]).toEqual([true, null]);
  });

  it.each(all)('%s refuses a property that it does not know, and misses one that it needs', (type, one) => {
    const validate = validatorFor(eventSchemas[type]);
    expect(validate({ ...example(one), childName: 'x' })).toBe(false);
    for (const name of one.schema.required) {
      const { [name]: _missing, ...rest } = example(one);
      expect(validate(rest)).toBe(false);
    }
  });

  it.each(all)(
    '%s lies on one topic, of the service in whose folder it is, under a key that it carries',
    (type, one) => {
      const homes = topics.filter((topic) => topic.types.includes(type));
      expect(homes).toHaveLength(1);
      expect(homes[0]).toMatchObject({
        owner: one.owner,
        name: expect.stringMatching(`^${one.owner}\\.`) as string,
      });
      expect(one.schema.required).toContain(homes[0]!.key);
    },
  );

  it.each(all)('%s leaves under its key, as CloudEvents 1.0', (type, one) => {
    const data = example(one) as unknown as EventData[typeof type];
    const topic = topics.find((candidate) => candidate.types.includes(type))!;
    const envelope = {
      source: one.owner,
      traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
      correlationId: '550e8400-e29b-41d4-a716-446655440000',
      time: new Date('2026-03-07T20:00:00.000Z'),
    };
    const key = String(example(one)[topic.key]);
    const [row] = toOutboxRows([event(type, key, data)], envelope);
    expect(row).toMatchObject({ topic: topic.name, aggregateId: key, type });
    expect(row!.headers).toMatchObject({
      ce_specversion: '1.0',
      ce_type: `id.rujukan.${type}`,
      ce_source: `/${one.owner}`,
      ce_subject: key,
      ce_dataclassification: topic.classification,
      traceparent: expect.stringMatching(/^00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-01$/) as string,
    });
    expect(() => toOutboxRows([event(type, 'another', data)], envelope)).toThrow(
      `needs its ${topic.key} as key`,
    );
    expect(() =>
      toOutboxRows([event(type, key, data)], {
        ...envelope,
        source: topic.owner === 'audit' ? 'intake' : 'audit',
      }),
    ).toThrow('may not publish');
  });

  it('names topics that no other owner has, and types that all exist', () => {
    expect(new Set(topics.map((topic) => topic.name)).size).toBe(topics.length);
    const types = topics.filter((topic) => topic.owner !== '*').flatMap((topic) => topic.types);
    expect([...types].sort()).toEqual(known.map(({ type }) => type).sort());
    for (const topic of topics) {
      expect(topic.partitions).toBeGreaterThan(0);
      expect(topic.retentionDays).toBeGreaterThan(0);
      if (topic.owner !== '*')
        expect(existsSync(new URL(`../../apps/${topic.owner}/`, import.meta.url))).toBe(true);
    }
  });

  it.each(all.filter(([, { schema }]) => coded(schema).length > 0))(
    '%s takes codes from lists that fit',
    (type, one) => {
      for (const [path, schema] of coded(one.schema)) {
        const codes = codesOf.get(String(schema['x-code-list'])) ?? [];
        expect(codes.length).toBeGreaterThan(1);
        const refused = codes.filter((code) =>
          Array.isArray(schema['enum'])
            ? !schema['enum'].includes(code)
            : !new RegExp(String(schema['pattern'])).test(code),
        );
        expect([path, refused]).toEqual([path, []]);
      }
      const [path] = coded(one.schema)[0]!;
      const name = path.slice(1);
      expect(validatorFor(eventSchemas[type])({ ...example(one), [name]: 'siti' })).toBe(false);
    },
  );
});

import { readFileSync } from 'node:fs';
import { breaks } from '@rujukan/contracts/compatibility.mjs';
import { readSchemas } from '@rujukan/contracts/schemas.mjs';
import type { Schema } from './schema-rules.js';

const baseline = JSON.parse(
  readFileSync(new URL('../../libs/contracts/baseline.json', import.meta.url), 'utf8'),
) as Record<string, Schema>;
const current = new Map(readSchemas().map(({ type, schema }) => [type, schema as Schema]));

const before: Schema = {
  type: 'object',
  additionalProperties: false,
  required: ['caseId', 'version'],
  properties: {
    caseId: { type: 'string', format: 'uuid' },
    version: { type: 'integer', minimum: 1, maximum: 9 },
    sex: { type: 'string', enum: ['male', 'female'] },
  },
};
const with_ = (properties: Schema['properties'], required = ['caseId', 'version']): Schema => ({
  ...before,
  required,
  properties: { ...before.properties, ...properties },
});
const without = (name: string): Schema => ({
  ...before,
  properties: Object.fromEntries(Object.entries(before.properties ?? {}).filter(([known]) => known !== name)),
});

describe('an event that others rely on', () => {
  it.each(Object.entries(baseline))(
    '%s is still understood by its old readers and writers',
    (type, schema) => {
      expect(breaks(type, schema, current.get(type))).toEqual([]);
    },
  );

  it('stands in the baseline, as it is now', () => {
    expect(Object.keys(baseline).sort()).toEqual([...current.keys()].sort());
    expect(baseline).toEqual(Object.fromEntries(current));
  });

  it('may gain an optional property, and better words', () => {
    expect(breaks('e', before, with_({ areaCode: { type: 'string', pattern: '^x$' } }))).toEqual([]);
    expect(
      breaks('e', before, with_({ caseId: { ...before.properties!['caseId'], description: 'The case.' } })),
    ).toEqual([]);
  });

  it.each<[string, Schema | undefined, string]>([
    ['go', undefined, 'e: gone'],
    ['lose a property', without('sex'), 'e.sex: gone'],
    ['require more', with_({}, ['caseId', 'version', 'sex']), 'e.sex: newly required'],
    ['promise less', with_({}, ['caseId']), 'e.version: no longer required'],
    ['rename its meaning', with_({ caseId: { type: 'string', format: 'date-time' } }), 'e.caseId: changed'],
    ['widen a list', with_({ sex: { type: 'string', enum: ['male', 'female', 'other'] } }), 'e.sex: changed'],
    [
      'narrow a number',
      with_({ version: { type: 'integer', minimum: 2, maximum: 9 } }),
      'e.version: changed',
    ],
  ])('may not %s', (_, now, broken) => {
    expect(breaks('e', before, now)).toContain(broken);
  });

  it('may not change deep inside either', () => {
    const nested = (inner: Schema) => with_({ place: { ...inner } });
    expect(breaks('e', nested(before), nested(without('sex')))).toEqual(['e.place.sex: gone']);
  });
});

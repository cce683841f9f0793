import { readdirSync, readFileSync } from 'node:fs';
import { readSchemas } from '@rujukan/contracts/schemas.mjs';
import { faultsOf, type Schema } from './schema-rules.js';

const folder = new URL('fixtures/', import.meta.url);
const fixtures = readdirSync(folder).map((file) => {
  const { fault, schema } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as {
    fault: string;
    schema: Schema;
  };
  return [file.replace('.json', ''), fault, schema] as const;
});

describe('an event schema', () => {
  it.each(readSchemas().map(({ type, schema }) => [type, schema] as const))(
    '%s tells nothing of a person',
    (_, schema) => {
      expect(faultsOf(schema as Schema)).toEqual([]);
    },
  );

  it.each(fixtures)('that tries %s is refused', (_, fault, schema) => {
    expect(faultsOf(schema)).toContain(fault);
  });

  it('is refused for each reason that there is', () => {
    const source = readFileSync(new URL('schema-rules.ts', import.meta.url), 'utf8');
    const reasons = [...source.matchAll(/`\$\{path\}[^`]*?: ([a-zA-Z]+ )/g)].map((match) => match[1]!);
    const shown = fixtures.map(([, fault]) => fault);
    expect(reasons.length).toBeGreaterThan(8);
    expect(reasons.filter((reason) => !shown.some((fault) => fault.includes(`: ${reason}`)))).toEqual([]);
  });
});

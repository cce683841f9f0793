import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

jest.setTimeout(60_000);

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = (folder: string, script: string, ...argv: string[]) =>
  spawnSync(process.execPath, [join(folder, 'libs/contracts', script), ...argv], { encoding: 'utf8' });

describe('what is derived from the contracts', () => {
  let copy: string;

  beforeAll(() => {
    mkdirSync(join(root, '.run'), { recursive: true });
    copy = mkdtempSync(join(root, '.run/contract-'));
    cpSync(join(root, 'libs/contracts'), join(copy, 'libs/contracts'), {
      recursive: true,
      filter: (path) => !/node_modules|dist$/.test(path),
    });
    cpSync(join(root, 'docs/events.md'), join(copy, 'docs/events.md'));
    cpSync(join(root, '.prettierrc'), join(copy, '.prettierrc'));
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  it('is current: types and docs/events.md', () => {
    const { status, stderr } = run(root, 'generate.mjs', '--check');
    expect([status, stderr]).toEqual([0, '']);
  });

  it('is called out of date when a schema or a document is edited, and mended by generating', () => {
    appendFileSync(join(copy, 'docs/events.md'), '\nby hand\n');
    expect(run(copy, 'generate.mjs', '--check')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('docs/events.md') as string,
    });

    const schema = join(copy, 'libs/contracts/events/intake/clock.started.v1.schema.json');
    writeFileSync(
      schema,
      readFileSync(schema, 'utf8').replace('A deadline started to run.', 'A duty began.'),
    );
    expect(run(copy, 'generate.mjs', '--check').stderr).toContain('libs/contracts/src/generated/events.ts');

    expect(run(copy, 'generate.mjs').status).toBe(0);
    expect(run(copy, 'generate.mjs', '--check').status).toBe(0);
    expect(readFileSync(join(copy, 'docs/events.md'), 'utf8')).toContain('A duty began.');
  });

  it('cannot take a break into the baseline', () => {
    const schema = join(copy, 'libs/contracts/events/intake/clock.started.v1.schema.json');
    writeFileSync(schema, readFileSync(schema, 'utf8').replaceAll('dueAt', 'deadline'));
    expect(run(copy, 'baseline.mjs')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('clock.started.v1.dueAt: gone') as string,
    });
  });
});

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './gates/program.js';
import { filesIn, foldersIn, namesIn, slicesOf, text } from './gates/sources.js';

interface Project {
  readonly name: string;
  readonly data: {
    readonly root: string;
    readonly tags?: readonly string[];
    readonly targets?: Readonly<Record<string, unknown>>;
  };
}

/** Projects as Nx sees them: a folder that Nx does not know is linted by nobody. */
function projectsOfNx(): Project[] {
  const folder = mkdtempSync(join(tmpdir(), 'rujukan-graph-'));
  try {
    run('npx', 'nx', 'graph', `--file=${join(folder, 'graph.json')}`);
    const { graph } = JSON.parse(readFileSync(join(folder, 'graph.json'), 'utf8')) as {
      graph: { nodes: Record<string, Project> };
    };
    return Object.values(graph.nodes);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const projects = projectsOfNx();
const sources = ['apps', 'libs', 'deploy', 'test', 'docs'].flatMap((folder) =>
  filesIn(folder, /\.(ts|tsx|mjs|css)$/),
);

describe('every project', () => {
  const each = it.each(projects.map((project) => [project.name, project] as const));

  each('%s says its type and its scope, once each', (_name, { data: { tags = [] } }) => {
    const dimensions = tags.map((tag) => tag.split(':')[0]).filter((dimension) => dimension !== 'npm');
    expect(dimensions.sort()).toEqual(['scope', 'type']);
  });

  each('%s has tests', (_name, { data }) => {
    expect(filesIn(data.root, /\.(spec|int-spec|e2e-spec)\.tsx?$/).length).toBeGreaterThan(0);
  });

  each('%s is linted and type-checked', (_name, { data }) => {
    expect(Object.keys(data.targets ?? {})).toEqual(expect.arrayContaining(['lint', 'typecheck']));
  });

  it('is one of those that the folders hold, and the other way round', () => {
    const folders = [
      ...foldersIn('apps').map((app) => `apps/${app}`),
      ...foldersIn('libs').map((lib) => `libs/${lib}`),
    ];
    expect(projects.map(({ data }) => data.root).sort()).toEqual([...folders, 'deploy', 'test'].sort());
  });

  it('carries the scope of its app, if it is one', () => {
    for (const { name, data } of projects.filter(({ data }) => data.root.startsWith('apps/')))
      expect(data.tags).toEqual(expect.arrayContaining(['type:app', `scope:${name}`]));
  });
});

describe('lint', () => {
  it('knows the projects when it judges the boundaries between them', () => {
    expect(run('npx', 'nx', 'lint', 'kernel', '--outputStyle=static')).not.toMatch(/will be skipped/i);
  });
});

describe('every file', () => {
  it('has 350 lines at most', () => {
    const written = sources.filter((path) => !path.startsWith('libs/contracts/src/generated/'));
    expect(written.length).toBeGreaterThan(200);
    expect(written.filter((path) => text(path).trimEnd().split('\n').length > 350)).toEqual([]);
  });

  it('of an app is imported by its own name, never through a barrel', () => {
    expect(sources.filter((path) => /^apps\/.*\/index\.tsx?$/.test(path))).toEqual([]);
  });

  it('switches a lint rule off for one line only, and says why', () => {
    const directives = sources.flatMap((path) =>
      text(path)
        .split('\n')
        .filter((line) => /^\s*(\/\/|\/\*|\{\/\*) eslint-disable/.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
    const explained = /eslint-disable-next-line \S+ -- \S/;
    expect(directives.filter((line) => !explained.test(line))).toEqual([]);
  });

  it('has a name that says what is in it', () => {
    const empty = /^(service|manager|helpers?|utils?|common|core|base|impl|misc|types)$/;
    const parts = (path: string): string[] => path.replace(/\.(ts|tsx|mjs|css)$/, '').split(/[/.]/);
    expect(
      sources.filter((path) => !path.endsWith('.css') && parts(path).some((part) => empty.test(part))),
    ).toEqual([]);
  });
});

describe('every slice of a service', () => {
  const services = foldersIn('apps').filter((app) => app !== 'portal');
  const slices = services.flatMap(slicesOf);

  it.each(slices)('%s holds an edge, what stands behind it, and tests, all under its own name', (slice) => {
    const name = slice.split('/').at(-1)!;
    const files = filesIn(slice, /\.ts$/).map((path) => path.slice(slice.length + 1));
    const edge = files.filter((file) => new RegExp(`^${name}\\.(http|consumer|timer)\\.ts$`).test(file));
    expect(edge).toHaveLength(1);
    // An edge that is given nobody answers by itself: a table that is the same for everyone.
    if (!text(`${slice}/${edge[0]!}`).includes('constructor(')) return;
    expect(files.filter((file) => file === `${name}.ts` || file === `${name}.query.ts`)).toHaveLength(1);
  });

  it.each(slices)('%s stands in the service or under one noun of it', (slice) => {
    expect(slice.split('/').length).toBeLessThanOrEqual(5);
  });

  it.each(services)('%s has at most twelve slices under one noun', (app) => {
    const nouns = slicesOf(app).flatMap((slice) => slice.split('/').slice(3, -1));
    expect(nouns.filter((noun) => nouns.filter((other) => other === noun).length > 12)).toEqual([]);
  });

  it.each(services)('of %s has a use case that a test knows by name', (app) => {
    const tests = filesIn(`apps/${app}/src`, /\.(spec|int-spec)\.ts$|\/fixtures\//)
      .map(text)
      .join('\n');
    const useCases = namesIn(
      slices
        .filter((slice) => slice.startsWith(`apps/${app}/`))
        .flatMap((slice) => filesIn(slice, /^(?!.*\.(spec|int-spec|http|consumer|timer)\.ts$).*\.ts$/)),
      /^export class (\w+)/gm,
    );
    expect(useCases.filter((name) => !tests.includes(name))).toEqual([]);
  });
});

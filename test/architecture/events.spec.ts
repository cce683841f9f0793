import { topics } from '@rujukan/contracts';
import { filesIn, services, text } from './gates/sources.js';

const types = topics.flatMap((topic) =>
  topic.types.map((type) => ({ type, owner: topic.owner, topic: topic.name })),
);

const production = (app: string): string =>
  filesIn(`apps/${app}/src`, /^(?!.*\.(spec|int-spec)\.ts$)(?!.*\/fixtures\/).*\.ts$/)
    .map(text)
    .join('\n');
const edges = (app: string, edge: string): string[] =>
  filesIn(`apps/${app}/src`, new RegExp(`\\.${edge}\\.ts$`));

/** Types that a service shapes: literals, and those that a template stands for (`service-event.${status}.v1`). */
function shapedBy(app: string): string[] {
  const source = filesIn(`apps/${app}/src/domain`, /\/([a-z]+-)?events\.ts$/)
    .map(text)
    .join('\n');
  const patterns = [...source.matchAll(/['`]([a-z-]+\.(?:[a-z-]+|\$\{[^}]+\})\.v\d+)['`]/g)].map(
    ([, literal]) => new RegExp(`^${literal!.replaceAll('.', '\\.').replace(/\$\{[^}]+\}/, '[a-z-]+')}$`),
  );
  return types.map(({ type }) => type).filter((type) => patterns.some((pattern) => pattern.test(type)));
}

describe('every topic', () => {
  it('has one owner, which is a service; the audit topic alone belongs to all', () => {
    expect(topics.filter(({ owner }) => owner === '*').map(({ name }) => name)).toEqual(['audit.entries']);
    for (const { owner } of topics.filter(({ owner }) => owner !== '*')) expect(services).toContain(owner);
    expect(new Set(topics.map(({ name }) => name)).size).toBe(topics.length);
  });
});

describe('every event', () => {
  it.each(services)('that %s shapes is its own, and each of its own is shaped', (app) => {
    const own = types.filter(({ owner }) => owner === app).map(({ type }) => type);
    expect(shapedBy(app).sort()).toEqual(own.sort());
  });

  it('that someone handles comes from a topic that the worker reads', () => {
    for (const app of services) {
      const handled = edges(app, 'consumer').flatMap((path) =>
        [...text(path).matchAll(/'([a-z-]+\.[a-z-]+\.v\d+)'/g)].map(([, type]) => type!),
      );
      const needed = new Set(handled.map((type) => types.find((one) => one.type === type)?.topic));
      const consumes = /consumes: \[([^\]]*)\]/.exec(text(`apps/${app}/src/worker.main.ts`))?.[1] ?? '';
      expect([app, [...consumes.matchAll(/'([^']+)'/g)].map(([, topic]) => topic).sort()]).toEqual([
        app,
        [...needed].sort(),
      ]);
    }
  });
});

/** A head of the log is its own record: an entry about each would ask for another head. */
const signing = '/sign-checkpoint.timer.ts';

describe('what nobody asked for by HTTP', () => {
  it.each(services)('is recorded all the same: every handler and timer of %s', (app) => {
    const source = production(app);
    for (const path of edges(app, 'consumer').filter((edge) => /\/on-[^/]+$/.test(edge)))
      expect([path, text(path.replace('.consumer.ts', '.ts')).includes('.consequence(')]).toEqual([
        path,
        true,
      ]);
    for (const path of edges(app, 'timer').filter((edge) => !edge.endsWith(signing)))
      expect([path, /\.(timer|reported)\(/.test(text(path.replace('.timer.ts', '.ts')))]).toEqual([
        path,
        true,
      ]);
    // Everything that writes goes through the unit of work; only the log itself appends, and lays what is older into its
    // tree, without leaving a trail of that.
    const direct = [...source.matchAll(/\b(?:database|dataSource)\.transaction\(/g)].length;
    expect(direct).toBe(app === 'audit' ? 2 : 0);
  });
});

import {
  caseStatus,
  clockState,
  handoffStatus,
  reportStatus,
  serviceEventStatus,
  topics,
} from '@rujukan/contracts';
import {
  cardOf,
  declaredStates,
  eventTypesIn,
  listed,
  readCard,
  statesIn,
  tablesOf,
  wordsOfDomain,
} from './gates/cards.js';
import { allRoutes, type Route } from './gates/routes.js';
import { filesIn, namesIn, services, slicesOf, text } from './gates/sources.js';

const codes = new Set<string>(
  [caseStatus, clockState, handoffStatus, reportStatus, serviceEventStatus].flatMap((list) => [
    ...list.codes,
  ]),
);

let routes: readonly Route[];

beforeAll(async () => {
  routes = await allRoutes();
});

/** Slices of a service whose edge matches. */
const slicesWith = (app: string, edge: RegExp): string[] =>
  slicesOf(app)
    .filter((slice) =>
      filesIn(slice, /\.(http|timer|consumer)\.ts$/).some((path) => edge.test(`${path}\n${text(path)}`)),
    )
    .map((slice) => slice.split('/').at(-1)!)
    .sort();

describe.each(services)('the card of %s', (app) => {
  it('has every heading, and says how to run and where to read', () => {
    const card = cardOf(app);
    expect(card.title).toBe(app);
    expect(card.hasSurprises).toBe(true);
    expect(card.run).toContain(`build ${app}`);
    const paths = card.read.split('→').map((path) => `apps/${app}/src/${path.trim()}`);
    expect(paths.length).toBeGreaterThan(2);
    for (const path of paths)
      expect(filesIn(`apps/${app}/src`, /./).some((file) => file === path || file.startsWith(path))).toBe(
        true,
      );
  });

  it('names the slices that there are, by what they do', () => {
    const card = cardOf(app);
    expect(listed(card.queries)).toEqual(slicesWith(app, /@Get\(/));
    expect(listed(card.timers)).toEqual(slicesWith(app, /\.timer\.ts\n/));
    expect(listed(card.commands)).toEqual(slicesWith(app, /@(Post|Put|Patch|Delete)\(|startRawConsumer\(/));
  });

  it('names the events that come in and go out', () => {
    const card = cardOf(app);
    const taken = namesIn(filesIn(`apps/${app}/src`, /\.consumer\.ts$/), /'([a-z-]+\.[a-z-]+\.v\d+)'/g);
    expect(eventTypesIn(card.takesIn)).toEqual(taken);
    expect(eventTypesIn(card.givesOut)).toEqual(
      topics
        .filter((topic) => topic.owner === app)
        .flatMap((topic) => [...topic.types])
        .sort(),
    );
  });

  it('names the tables of its migrations', async () => {
    expect(listed(cardOf(app).tables)).toEqual(await tablesOf(app));
  });

  it('names the permissions of its routes', () => {
    const asked = routes.flatMap(({ service, declaration }) =>
      service === app && declaration.permission ? [declaration.permission] : [],
    );
    expect(listed(cardOf(app).permissions)).toEqual([...new Set<string>(asked)].sort());
  });

  it('names the states that the code knows, and no other', () => {
    const named = statesIn(cardOf(app).states);
    const words = wordsOfDomain(app);
    expect(named.filter((state) => !words.has(state) && !codes.has(state))).toEqual([]);
    expect(declaredStates(app).filter((state) => !named.includes(state))).toEqual([]);
  });
});

describe('a card', () => {
  const whole = text('apps/referral/README.md');

  it.each(['States', 'Commands', 'Queries', 'In', 'Out', 'Tables', 'Permissions', 'Run', 'Read'])(
    'is refused without the heading %s',
    (heading) => {
      expect(() => readCard(whole.replace(`${heading}: `, ''))).toThrow(`no heading ${heading}`);
    },
  );

  it('is read as what stands in it', () => {
    expect(statesIn('report received | forwarded → accepted (final) · case open → closed')).toEqual([
      'received',
      'forwarded',
      'accepted',
      'open',
      'closed',
    ]);
    expect(listed('b (every 2 s), a')).toEqual(['a', 'b']);
    expect(eventTypesIn('referral `handoff.accepted.v1`, `case.closed.v1`')).toEqual([
      'case.closed.v1',
      'handoff.accepted.v1',
    ]);
  });
});

import type { QueryRunner } from 'typeorm';
import { filesIn, text } from './sources.js';

/** The README card of a service, read as its fixed headings. */
export interface Card {
  readonly title: string;
  readonly states: string;
  readonly commands: string;
  readonly timers: string;
  readonly queries: string;
  readonly takesIn: string;
  readonly givesOut: string;
  readonly tables: string;
  readonly permissions: string;
  readonly run: string;
  readonly read: string;
  readonly hasSurprises: boolean;
}

export const cardOf = (app: string): Card => readCard(text(`apps/${app}/README.md`));

/** @throws naming the heading that is missing. */
export function readCard(card: string): Card {
  const after = (heading: string): string => {
    const found = new RegExp(`(?:^|· )${heading}: (.*?)(?= · [A-Z][a-z]+:|$)`, 'm').exec(card)?.[1];
    if (found === undefined) throw new Error(`the card has no heading ${heading}`);
    return found;
  };
  const maybe = (heading: string): string => (card.includes(`${heading}: `) ? after(heading) : '');
  return {
    title: /^# (\S+)$/m.exec(card)?.[1] ?? '',
    states: after('States'),
    commands: after('Commands'),
    timers: maybe('Timer'),
    queries: after('Queries'),
    takesIn: after('In'),
    givesOut: after('Out'),
    tables: after('Tables'),
    permissions: after('Permissions'),
    run: after('Run'),
    read: after('Read'),
    hasSurprises: /^Surprises:/m.test(card),
  };
}

/** Names in a list of a card, remarks in parentheses left out. */
export const listed = (part: string): string[] =>
  part
    .replaceAll(/\([^)]*\)/g, '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
    .sort();

export const eventTypesIn = (part: string): string[] =>
  [...new Set(part.match(/[a-z-]+\.[a-z-]+\.v\d+/g) ?? [])].sort();

/** The states that a card names: the last word before each sign between two of them. */
export const statesIn = (part: string): string[] =>
  part.startsWith('none')
    ? []
    : part
        .replaceAll(/\([^)]*\)/g, '')
        .split(/[|→,·]/)
        .map((chunk) => chunk.trim().split(' ').at(-1) ?? '')
        .filter((word) => /^[a-z][a-z-]*$/.test(word));

/** Tables that a service's migrations create, partitions left out: found by letting them run on nothing. */
export async function tablesOf(app: string): Promise<string[]> {
  const { migrations } = (await import(`../../../apps/${app}/src/storage/migrations.js`)) as {
    migrations: readonly (new () => { up(run: QueryRunner): Promise<void> })[];
  };
  const statements: string[] = [];
  const query = (sql: string): Promise<unknown[]> => {
    statements.push(sql);
    return Promise.resolve([]);
  };
  for (const Migration of migrations) await new Migration().up({ query } as QueryRunner);
  const created = statements.join('\n').matchAll(/create table (\w+)(?! partition of)\b/g);
  return [...new Set([...created].map(([, name]) => name!))].sort();
}

/** Quoted words in the decisions of a service. */
export const wordsOfDomain = (app: string): Set<string> =>
  new Set(
    domainOf(app).flatMap((path) => [...text(path).matchAll(/'([a-z][a-z-]*)'/g)].map(([, word]) => word!)),
  );

/** States that the types of a service's own aggregates declare. */
export const declaredStates = (app: string): string[] =>
  domainOf(app)
    .filter((path) => !path.endsWith('/policy.ts'))
    .flatMap((path) => [...text(path).matchAll(/readonly (?:status|state): ('[a-z-]+'(?: \| '[a-z-]+')*)/g)])
    .flatMap(([, union]) => [...union!.matchAll(/'([a-z-]+)'/g)].map(([, state]) => state!));

const domainOf = (app: string): string[] => filesIn(`apps/${app}/src/domain`, /^(?!.*\.spec\.ts$).*\.ts$/);

import * as contracts from './index.js';
import type { CodeList } from './index.js';

const { problems, regions, topics } = contracts;
const isList = (value: unknown): value is CodeList<string> =>
  typeof value === 'object' && value !== null && 'codes' in value && 'display' in value;
const lists = Object.entries<unknown>(contracts).flatMap(([name, value]) =>
  isList(value) ? [[name, value] as const] : [],
);

describe('a list of codes', () => {
  it('stands beside others, each under its own name', () => {
    expect(lists.length).toBeGreaterThan(25);
    expect(new Set(lists.map(([, list]) => list.system)).size).toBe(lists.length);
  });

  it.each(lists)('%s has kebab-case codes, each once, each in both languages', (_, list) => {
    expect(list.system).toMatch(/^urn:rujukan:code:[a-z]+(-[a-z]+)*$/);
    expect(new Set(list.codes).size).toBe(list.codes.length);
    for (const code of list.codes) {
      expect(code).toMatch(/^[a-z0-9]+([-+][a-z0-9]+)*\+?$/);
      expect(list.display[code]?.id).toMatch(/\S/);
      expect(list.display[code]?.en).toMatch(/\S/);
    }
  });
});

it('has regions no finer than a district', () => {
  for (const code of Object.keys(regions)) expect(code).toMatch(/^\d{2}\.\d{2}\.\d{2}$/);
});

it('gives every problem a status of refusal and a title in both languages', () => {
  for (const [code, { status, title }] of Object.entries(problems)) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    expect([title.id, title.en]).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/\S/)]);
  }
});

it('classes every topic as pseudonymous, and the directory as public: no event names a person', () => {
  const isPublic = topics.filter((topic) => topic.classification === 'public');
  expect(isPublic.map((topic) => topic.name)).toEqual([
    'referral.directory.events',
    'referral.service.events',
  ]);
  for (const topic of topics.filter((one) => !isPublic.includes(one)))
    expect(topic.classification).toBe('pseudonymous');
});

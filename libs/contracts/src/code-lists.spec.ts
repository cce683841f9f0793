import * as contracts from './index.js';
import type { CodeList } from './index.js';

const { problems, regions, shareProfiles, fieldGroup, serviceType, topics } = contracts;
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

describe('a share profile', () => {
  it.each(Object.entries(shareProfiles))('%s shares known groups for known services', (code, profile) => {
    expect(profile.code).toBe(code);
    expect(profile.fieldGroups.filter((group) => !fieldGroup.codes.includes(group))).toEqual([]);
    const services: readonly string[] = profile.serviceTypes;
    expect(services.filter((service) => !(serviceType.codes as readonly string[]).includes(service))).toEqual(
      [],
    );
    expect(new Set(profile.fieldGroups).size).toBe(profile.fieldGroups.length);
  });

  it('gives everything for a transfer only', () => {
    const everything = Object.values(shareProfiles).filter(
      (profile) =>
        profile.fieldGroups.length === fieldGroup.codes.length || profile.serviceTypes.length === 0,
    );
    expect(everything.map((profile) => profile.code)).toEqual(['case-transfer']);
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

it('classes every topic as pseudonymous, and the directory of agencies as public: no event names a person', () => {
  const isPublic = topics.filter((topic) => topic.classification === 'public');
  expect(isPublic.map((topic) => topic.name)).toEqual(['referral.directory.events']);
  for (const topic of topics.filter((one) => !isPublic.includes(one)))
    expect(topic.classification).toBe('pseudonymous');
});

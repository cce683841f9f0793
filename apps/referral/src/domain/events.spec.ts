import { readFileSync } from 'node:fs';
import type { EventData } from '@rujukan/contracts';
import { handOver } from './custody/custody.js';
import type { Agency, Versioned } from './directory/directory.js';
import * as news from './events.js';
import { confirm } from './directory/capacity.js';
import { aCandidate, aService } from './fixtures/a-service.js';
import { aHandoff, child, knownCase, later, receiver, terms } from './fixtures/a-handoff.js';

const plainly = [
  'received',
  'waitlisted',
  'on-hold',
  'in-progress',
  'cancel-requested',
  'cancelled',
  'expired',
  'entered-in-error',
] as const;

const facts: news.Fact[] = [
  news.handoffRequested(aHandoff('requested')),
  ...plainly.map((status) => news.handoffMoved(aHandoff(status))),
  news.handoffReturned(aHandoff('returned'), 'insufficient-information'),
  news.rollbackProposed(aHandoff('accepted', { kind: 'transfer' }), {
    proposedBy: receiver,
    reason: 'out-of-jurisdiction',
  }),
  news.handoffReferredOnward(aHandoff('referred-onward'), aHandoff('accepted')),
  news.handoffAccepted(aHandoff('accepted')),
  news.handoffRejected(aHandoff('rejected'), 'no-capacity'),
  news.alternativeProposed(aHandoff('rejected'), child, aCandidate(1)),
  news.handoffEnded(aHandoff('completed'), 'service-provided'),
  news.handoffEnded(aHandoff('not-completed'), 'client-moved'),
  news.custodianChanged(knownCase().custody, handOver(knownCase().custody, receiver), {
    transfer: terms.id,
    at: later,
  }),
];

const agency: Versioned<Agency> = {
  id: receiver,
  code: 'uptd-ptk',
  name: 'UPTD PPA (Demo)',
  type: 'uptd-ppa',
  areaCode: '61.71.05',
  version: 2,
};

const exampleOf = (type: keyof EventData): object => {
  const file = new URL(`../../../../libs/contracts/events/referral/${type}.example.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as object;
};

describe.each(facts.map((fact) => [fact.type, fact] as const))('%s', (type, fact) => {
  it('is keyed by the case, so that the news of one case stays in order', () => {
    expect(fact.key).toBe(terms.caseId);
  });

  it('has the members of the published example, no more and no fewer', () => {
    expect(Object.keys(fact.data).sort()).toEqual(Object.keys(exampleOf(type)).sort());
  });

  it('names neither child nor case number', () => {
    expect(JSON.stringify(fact)).not.toContain(terms.caseNumber);
  });
});

describe('directory.agency-registered.v1', () => {
  const fact = news.agencyRegistered(agency);

  it('is keyed by the agency, and says how it stands now', () => {
    expect(fact).toMatchObject({ key: receiver, data: { agencyType: 'uptd-ppa', version: 2 } });
    expect(Object.keys(fact.data).sort()).toEqual(Object.keys(exampleOf(fact.type)).sort());
  });

  it('leaves the name at home', () => {
    expect(JSON.stringify(fact)).not.toContain('Demo');
  });
});

describe('capacity.changed.v1', () => {
  it('is keyed by the service, and says what its provider said and when', () => {
    const capacity = confirm({ status: 'capacity', available: 2, maximum: 10 }, later);
    const fact = news.capacityChanged(aService(1, { capacity }), later);
    expect(fact).toMatchObject({ key: aService(1).id, data: { status: 'capacity', available: 2 } });
    expect(Object.keys(fact.data).sort()).toEqual(Object.keys(exampleOf(fact.type)).sort());
  });
});

it('tells whom to ask next, or that there is nobody', () => {
  const { data } = news.alternativeProposed(aHandoff('rejected'), child, undefined);
  expect(data).not.toHaveProperty('proposedAgencyId');
});

it('tells the epoch that custody moved to', () => {
  expect(facts.at(-1)?.data).toMatchObject({ epoch: 2, toAgencyId: receiver });
});

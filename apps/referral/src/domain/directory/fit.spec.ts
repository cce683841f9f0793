import fc from 'fast-check';
import { capacityStatus } from '@rujukan/contracts';
import { forEveryone } from './eligibility.js';
import { child, later, night } from '../fixtures/a-handoff.js';
import { aCandidate } from '../fixtures/a-service.js';
import { inOrder, judge, nextProvider } from './fit.js';

const full = { status: 'no-capacity', available: 0, confirmedAt: night } as const;
const codesOf = (candidates: Parameters<typeof nextProvider>[1]) =>
  inOrder(
    child,
    candidates.map((candidate) => judge(child, candidate, later)),
  ).map(({ candidate }) => candidate.agency.code);

describe('how well a service fits', () => {
  it('is said with everything that speaks against it', () => {
    const refused = aCandidate(1, {
      agreement: 'expired',
      service: {
        status: 'temporarily-closed',
        capacity: full,
        eligibility: { ...forEveryone, sex: ['male'] },
      },
    });
    expect(judge(child, refused, later)).toMatchObject({
      mayBeAsked: false,
      reasons: ['service-not-given', 'agreement-expired', 'not-eligible-sex', 'no-capacity'],
    });
  });

  it('lets a full house or a distant one be asked all the same', () => {
    const elsewhere = { ...forEveryone, areas: ['61.72'] };
    const fit = judge(child, aCandidate(1, { service: { capacity: full, eligibility: elsewhere } }), later);
    expect(fit).toMatchObject({ mayBeAsked: true, reasons: ['out-of-jurisdiction', 'no-capacity'] });
  });
});

describe('the order of providers', () => {
  it('puts room before doubt, and doubt before a waiting list', () => {
    const states = ['waitlist', 'unknown', 'additional-assessment-required', 'capacity'] as const;
    const candidates = states.map((status, index) =>
      aCandidate(index, { service: { capacity: { status, confirmedAt: night } } }),
    );
    expect(codesOf(candidates)).toEqual(['agency-3', 'agency-2', 'agency-1', 'agency-0']);
  });

  it('puts open before closed, near before far, and many beds before few', () => {
    const closed = [{ days: ['mon'], opens: '08:00', closes: '09:00' }] as const;
    const candidates = [
      aCandidate(1, { service: { openingHours: closed } }),
      aCandidate(2, { agency: { areaCode: '61.72.01' } }),
      aCandidate(3, { service: { capacity: { status: 'capacity', available: 1, confirmedAt: night } } }),
      aCandidate(4),
      aCandidate(5, { agency: { areaCode: '61.71.02' } }),
    ];
    expect(codesOf(candidates)).toEqual(['agency-5', 'agency-4', 'agency-3', 'agency-2', 'agency-1']);
  });

  it('never depends on the order in which they were found, and loses none', () => {
    const candidate = fc.record({
      index: fc.nat(500),
      status: fc.constantFrom(...capacityStatus.codes),
      agreement: fc.constantFrom('valid' as const, 'expired' as const, 'missing' as const),
      available: fc.nat(5),
    });
    const several = fc.uniqueArray(candidate, { selector: ({ index }) => index, maxLength: 20 });
    fc.assert(
      fc.property(several, (drawn) => {
        const candidates = drawn.map(({ index, status, agreement, available }) =>
          aCandidate(index, { agreement, service: { capacity: { status, available, confirmedAt: night } } }),
        );
        const order = codesOf(candidates);
        expect(codesOf([...candidates].reverse())).toEqual(order);
        expect(order).toHaveLength(candidates.length);
      }),
    );
  });
});

describe('the next provider', () => {
  it('is the best that fits in every way', () => {
    const next = nextProvider(
      child,
      [
        aCandidate(1, { service: { capacity: full } }),
        aCandidate(2, { agreement: 'missing' }),
        aCandidate(3),
      ],
      later,
    );
    expect(next?.candidate.agency.code).toBe('agency-3');
  });

  it('is nobody where nobody fits', () => {
    expect(nextProvider(child, [aCandidate(1, { service: { capacity: full } })], later)).toBeUndefined();
  });
});

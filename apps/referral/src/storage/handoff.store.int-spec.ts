import type { EntityManager } from 'typeorm';
import fc from 'fast-check';
import { newId, newNumber } from '@rujukan/persistence';
import { saturdayNight } from '@rujukan/testing';
import { aHandoff, everyStatus, terms } from '../domain/fixtures/a-handoff.js';
import type { Handoff } from '../domain/handoffs/handoff.js';
import { handoffId, type CaseId } from '../domain/ids.js';
import type { HandoffStatus } from '../domain/handoffs/machine.js';
import { aService, shelter, uptd, type TestService } from './fixtures/a-service.js';
import { findHandoff } from './handoff.finder.js';
import { placeHandoff } from './handoff.store.js';

describe('the handoff table', () => {
  let service: TestService;
  let id: CaseId;

  beforeAll(async () => {
    service = await aService();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    id = await service.opens();
  });

  const handoffOf = (status: HandoffStatus, more: Partial<Handoff['terms']> = {}): Handoff =>
    aHandoff(status, {
      id: handoffId(newId(saturdayNight)),
      number: newNumber('R'),
      caseId: id,
      from: uptd,
      to: shelter,
      ...more,
    });
  const asSender = <T>(work: (tx: EntityManager) => Promise<T>): Promise<T> =>
    service.database.app.transaction(async (tx) => {
      await tx.query(`select set_config('app.agency', $1, true)`, [uptd]);
      return work(tx);
    });

  it.each(everyStatus)('gives back every fact of a handoff that is %s', async (status) => {
    const handoff = handoffOf(status);
    const found = await asSender(async (tx) => {
      await placeHandoff(tx, handoff, []);
      return findHandoff(tx, handoff.terms.id, uptd);
    });
    expect(found?.handoff).toEqual(handoff);
  });

  it('gives back whatever terms were agreed', async () => {
    const outline = fc.record({
      riskLevel: fc.constantFrom('high' as const, 'unassessed' as const),
      ageBand: fc.constantFrom('0-8' as const, 'unknown' as const),
      languages: fc.array(fc.constantFrom('id', 'msa', 'zh'), { maxLength: 5 }),
      hasDisability: fc.boolean(),
    });
    const article = fc
      .string({ minLength: 1, maxLength: 80, unit: 'grapheme' })
      .filter((text) => !text.includes('\0'));
    await fc.assert(
      fc.asyncProperty(outline, article, async (child, text) => {
        const lawfulBasis = { code: 'legal-obligation' as const, article: text };
        const handoff = handoffOf('rejected', { child, lawfulBasis });
        const found = await asSender(async (tx) => {
          await placeHandoff(tx, handoff, []);
          return findHandoff(tx, handoff.terms.id, uptd);
        });
        expect(found?.handoff).toEqual(handoff);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['acceptance_has_a_time', `status = 'accepted', accepted_at = null`],
    ['no_acceptance_before_the_answer', `status = 'received', accepted_at = now()`],
    ['the_end_has_a_time', `status = 'cancelled', ended_at = null`],
    ['the_end_has_a_time', `status = 'received', ended_at = now()`],
    ['a_refusal_has_a_reason', `status = 'rejected', ended_at = now()`],
    ['a_refusal_has_a_reason', `status_reason = 'no-capacity'`],
    ['the_end_has_an_outcome', `status = 'completed', ended_at = now(), accepted_at = now()`],
    ['the_end_has_an_outcome', `outcome = 'other'`],
    ['handoff_status_check', `status = 'lost'`],
  ])('holds each status to its own facts: %s', async (constraint, change) => {
    const handoff = await service.asks(id);
    await expect(
      service.database.worker.query(`update handoff set ${change} where id = $1`, [handoff]),
    ).rejects.toThrow(constraint);
  });

  it('has no place for a sender that did not hold the case in that epoch', async () => {
    await expect(
      asSender((tx) => placeHandoff(tx, handoffOf('requested', { custodyEpoch: 2 }), [])),
    ).rejects.toThrow('sent_by_the_custodian');
  });

  it('has no place for a handoff to oneself', async () => {
    await expect(
      asSender((tx) => placeHandoff(tx, handoffOf('requested', { to: uptd }), [])),
    ).rejects.toThrow('never_to_itself');
  });

  it('says when the number is taken, and does not call that an offer that waits', async () => {
    const { number } = terms;
    await asSender((tx) => placeHandoff(tx, handoffOf('requested', { number }), []));
    id = await service.opens();
    await expect(asSender((tx) => placeHandoff(tx, handoffOf('requested', { number }), []))).rejects.toThrow(
      'handoff_number_key',
    );
  });
});

import { randomUUID } from 'node:crypto';
import { GiveFeedback } from './give-feedback.js';
import type { HandoffId } from '../../domain/ids.js';
import { ListFeedback } from '../list-feedback/list-feedback.query.js';
import { ListHandoffClocks } from '../../clocks/list-handoff-clocks/list-handoff-clocks.query.js';
import {
  aService,
  canary,
  reasonOf,
  shelter,
  someoneOf,
  stranger,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';

const days = 86_400_000;

describe('feedback on a handoff', () => {
  let service: TestService;
  let give: GiveFeedback;
  let handoff: HandoffId;
  const word = { progress: 'on-track', note: canary } as const;

  beforeAll(async () => {
    service = await aService();
    give = new GiveFeedback(service.uow, service.sealer);
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    handoff = await service.refers(await service.opens());
  });

  const at = (day: number) => new Date(Date.parse('2026-03-07T20:00:00.000Z') + day * days);
  const clocks = async () =>
    valueOf(await new ListHandoffClocks(service.uow).execute(someoneOf(uptd), handoff)).items.filter(
      ({ definition }) => definition === 'referral-feedback',
    );

  it('stops the clock of 14 days, and the next word is due 30 days later', async () => {
    expect(await clocks()).toMatchObject([{ round: 1, dueAt: new Date('2026-03-22T16:59:59.999Z') }]);
    const given = valueOf(await give.execute(someoneOf(shelter, { now: at(10) }), handoff, word));
    expect(given).toMatchObject({ progress: 'on-track', nextDueAt: new Date('2026-04-17T16:59:59.999Z') });
    expect(await clocks()).toMatchObject([
      { round: 1, state: 'met', isLate: false },
      { round: 2, state: 'running' },
    ]);
  });

  it('is late after its day, and told all the same', async () => {
    valueOf(await give.execute(someoneOf(shelter, { now: at(20) }), handoff, word));
    expect((await clocks())[0]).toMatchObject({ state: 'met', isLate: true });
    expect(await service.events('handoff-clock.breached.v1', handoff)).toHaveLength(1);
  });

  it('reaches the sender, the words sealed on the way', async () => {
    valueOf(await give.execute(someoneOf(shelter), handoff, word));
    const list = new ListFeedback(service.uow, service.sealer);
    expect(valueOf(await list.execute(someoneOf(uptd), handoff)).items).toMatchObject([word]);
    expect(reasonOf(await list.execute(someoneOf(stranger), handoff))).toBe('not-found');
    const [row] = await service.seenBy<{ note: Buffer }>(
      uptd,
      'select note from handoff_feedback where handoff_id = $1',
      [handoff],
    );
    expect(row?.note.includes(canary)).toBe(false);
    const [news] = await service.events('handoff.feedback-given.v1', handoff);
    expect(news?.data).toMatchObject({ progress: 'on-track', toAgencyId: shelter });
    expect(JSON.stringify(news)).not.toContain(canary);
  });

  it('is the receiver’s, while the handoff runs', async () => {
    const attempt = async (agency: string, id = handoff) =>
      reasonOf(await give.execute(someoneOf(agency), id, word));
    expect(await attempt(uptd)).toBe('not-receiver');
    expect(await attempt(stranger)).toBe('not-found');
    expect(await attempt(shelter, await service.asks(await service.opens()))).toBe('handoff-not-running');
    valueOf(await service.complete.execute(someoneOf(shelter), handoff, 2, { outcome: 'service-provided' }));
    expect(await attempt(shelter)).toBe('handoff-not-running');
  });

  it('is given once for eight repetitions of one request', async () => {
    const context = someoneOf(shelter, { idempotencyKey: randomUUID() });
    await Promise.all(Array.from({ length: 8 }, () => give.execute(context, handoff, word)));
    expect(await service.events('handoff.feedback-given.v1', handoff)).toHaveLength(1);
    expect(await clocks()).toHaveLength(2);
  });
});

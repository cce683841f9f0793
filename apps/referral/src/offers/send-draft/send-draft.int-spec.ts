import { saturdayNight } from '@rujukan/testing';
import type { CaseId, HandoffId } from '../../domain/ids.js';
import {
  aService,
  anAsk,
  canary,
  reasonOf,
  shelter,
  someoneOf,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';
import { SendDraft } from './send-draft.js';

const hours = 3_600_000;

describe('a handoff that is written down first', () => {
  let service: TestService;
  let send: SendDraft;
  let id: CaseId;
  let draft: HandoffId;

  beforeAll(async () => {
    service = await aService();
    send = new SendDraft(service.uow);
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    id = await service.opens();
    const written = { purpose: canary, draft: true };
    draft = valueOf(await service.request.execute(someoneOf(uptd), id, anAsk(), written)).id as HandoffId;
  });

  it('is seen by its author and by nobody else, and told to nobody', async () => {
    expect(valueOf(await service.get.execute(someoneOf(uptd), draft))).toMatchObject({
      status: 'draft',
      allowedActions: ['request', 'enter-in-error'],
    });
    expect(reasonOf(await service.get.execute(someoneOf(shelter), draft))).toBe('not-found');
    expect(reasonOf(await service.accept.execute(someoneOf(shelter), draft, 1))).toBe('not-found');
    expect(await service.seenBy(shelter, 'select 1 from handoff where id = $1', [draft])).toEqual([]);
    expect(await service.events('handoff.requested.v1', draft)).toEqual([]);
  });

  it('is sent, and its time begins then', async () => {
    const later = new Date(saturdayNight.getTime() + 5 * hours);
    expect(valueOf(await send.execute(someoneOf(uptd, { now: later }), draft, 1))).toMatchObject({
      status: 'requested',
      version: 2,
      dueAt: new Date(later.getTime() + 3 * hours).toISOString(),
    });
    expect(await service.events('handoff.requested.v1', draft)).toMatchObject([{ data: { version: 2 } }]);
    expect(valueOf(await service.get.execute(someoneOf(shelter), draft))).toMatchObject({
      requestedAt: later,
    });
  });

  it('is asked again, when it is sent, whether it may be', async () => {
    await service.closes(id);
    expect(reasonOf(await send.execute(someoneOf(uptd), draft, 1))).toBe('case-closed');
  });

  it('is sent once, by its author', async () => {
    expect(reasonOf(await send.execute(someoneOf(shelter), draft, 1))).toBe('not-found');
    valueOf(await send.execute(someoneOf(uptd), draft, 1));
    expect(reasonOf(await send.execute(someoneOf(uptd), draft, 2))).toBe('illegal-transition');
  });
});

import type { HandoffId } from '../../domain/ids.js';
import { RecallHandoff } from '../../offers/recall-handoff/recall-handoff.js';
import { ResubmitHandoff } from '../../offers/resubmit-handoff/resubmit-handoff.js';
import {
  aService,
  reasonOf,
  shelter,
  someoneOf,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';
import { ReturnHandoff } from './return-handoff.js';

describe('giving a handoff back with a question', () => {
  let service: TestService;
  let giveBack: ReturnHandoff;
  let handoff: HandoffId;

  beforeAll(async () => {
    service = await aService();
    giveBack = new ReturnHandoff(service.steps);
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    handoff = await service.asks(await service.opens());
  });

  const returns = (version: number) =>
    giveBack.execute(someoneOf(shelter), { id: handoff, version }, 'missing-documents');

  it('tells the sender what is missing, and waits for it', async () => {
    valueOf(await returns(1));
    expect(await service.events('handoff.returned.v1', handoff)).toMatchObject([
      { data: { reason: 'missing-documents', version: 2 } },
    ]);
    expect(valueOf(await service.get.execute(someoneOf(uptd), handoff))).toMatchObject({
      status: 'returned',
      statusReason: 'missing-documents',
      allowedActions: ['resubmit', 'recall', 'enter-in-error'],
    });
    expect(reasonOf(await service.accept.execute(someoneOf(shelter), handoff, 2))).toBe('illegal-transition');
  });

  it('can be answered and asked again as often as it takes', async () => {
    const resubmit = new ResubmitHandoff(service.steps);
    for (const version of [1, 3, 5]) {
      valueOf(await returns(version));
      valueOf(await resubmit.execute(someoneOf(uptd), { id: handoff, version: version + 1, note: 'ya' }));
    }
    valueOf(await service.accept.execute(someoneOf(shelter), handoff, 7));
  });

  it('can end with a recall', async () => {
    valueOf(await returns(1));
    const recall = new RecallHandoff(service.steps);
    const ask = { id: handoff, version: 2, reason: 'other-agency-found' } as const;
    expect(valueOf(await recall.execute(someoneOf(uptd), ask)).status).toBe('cancelled');
  });
});

import { handoffId } from '../../domain/ids.js';
import {
  aService,
  anAsk,
  reasonOf,
  secondShelter,
  shelter,
  singkawang,
  someoneOf,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';
import { MarkInError } from './mark-in-error.js';

const reason = 'wrong-receiver';

describe('a handoff that should never have been written', () => {
  let service: TestService;
  let mark: MarkInError;

  beforeAll(async () => {
    service = await aService();
    mark = new MarkInError(service.steps);
  });
  afterAll(() => service.close());

  it('is closed by its author at any time, also when it was accepted: the access ends', async () => {
    const handoff = await service.refers(await service.opens());
    const note = 'Salah pilih instansi';
    expect(
      valueOf(await mark.execute(someoneOf(uptd), { id: handoff, version: 2, reason, note })).status,
    ).toBe('entered-in-error');
    expect(await service.events('handoff.entered-in-error.v1', handoff)).toHaveLength(1);
    expect(valueOf(await service.get.execute(someoneOf(shelter), handoff))).not.toHaveProperty('purpose');
  });

  it('leaves the need of the child open when it was a draft that was never sent', async () => {
    const id = await service.opens();
    const asked = await service.asks(id);
    valueOf(await service.reject.execute(someoneOf(shelter), asked, 1, { reason: 'no-capacity' }));
    const letter = { purpose: 'Tempat aman', draft: true };
    const draft = valueOf(
      await service.request.execute(someoneOf(uptd), id, anAsk({ to: secondShelter }), letter),
    );
    const needs = () =>
      service.seenBy<{ state: string }>(
        uptd,
        `select state from duty_clock where case_id = $1 and definition = 'referral-need'`,
        [id],
      );
    valueOf(await mark.execute(someoneOf(uptd), { id: handoffId(draft.id), version: 1, reason }));
    expect(await needs()).toEqual([{ state: 'running' }]);
    const sent = await service.asks(id, { to: secondShelter });
    valueOf(await mark.execute(someoneOf(uptd), { id: sent, version: 1, reason }));
    expect(await needs()).toEqual([{ state: 'cancelled' }]);
  });

  it('is nobody else’s to close', async () => {
    const handoff = await service.asks(await service.opens());
    expect(reasonOf(await mark.execute(someoneOf(shelter), { id: handoff, version: 1, reason }))).toBe(
      'not-sender',
    );
  });

  it('is not a way back from a transfer that was accepted', async () => {
    const handoff = await service.asksTransfer(await service.opens());
    valueOf(await service.accept.execute(someoneOf(singkawang), handoff, 1));
    expect(reasonOf(await mark.execute(someoneOf(uptd), { id: handoff, version: 2, reason }))).toBe(
      'illegal-transition',
    );
  });
});

import { aHandoff, everyStatus, later, receiver, sender } from '../fixtures/a-handoff.js';
import { isFinal } from './machine.js';
import { dropped, lapsed, passedOn, withdrawn } from './settle.js';

describe('what follows from another’s acceptance', () => {
  it('is that the others who were asked are free again, on the sender’s word', () => {
    expect(withdrawn(aHandoff('requested'), later)).toMatchObject({
      by: sender,
      handoff: { version: 4, progress: { status: 'cancelled' } },
    });
    expect(withdrawn(aHandoff('accepted'), later)).toBeUndefined();
  });

  it('is that who passed it on is out, on its own word, unless it serves already', () => {
    for (const status of ['requested', 'received', 'accepted'] as const)
      expect(passedOn(aHandoff(status), later)).toMatchObject({
        by: receiver,
        handoff: { progress: { status: 'referred-onward', endedAt: later } },
      });
    expect(passedOn(aHandoff('in-progress'), later)).toBeUndefined();
  });
});

describe('what the old custodian asked of the new one', () => {
  const open = everyStatus.filter((status) => !isFinal(status) && status !== 'draft');

  it.each(open)('ends as cancelled, from %s', (status) => {
    expect(lapsed(aHandoff(status), later).at(-1)).toMatchObject({
      handoff: { progress: { status: 'cancelled', endedAt: later } },
    });
  });

  it('is stopped by both where it had begun, each in its own name', () => {
    expect(lapsed(aHandoff('in-progress'), later)).toMatchObject([
      { by: sender, handoff: { version: 4, progress: { status: 'cancel-requested' } } },
      { by: receiver, handoff: { version: 5, progress: { status: 'cancelled' } } },
    ]);
  });

  it('is dropped where it was never sent', () => {
    expect(dropped(aHandoff('draft'), later)).toMatchObject({
      handoff: { progress: { status: 'entered-in-error' } },
    });
  });
});

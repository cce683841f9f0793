// The handoff once more, from the agreed vocabulary and not from the service: what may happen, to whom, and what follows.
export type Agency = 'uptd-skw' | 'uptd-ptk' | 'ngo-e';
export type Kind = 'referral' | 'transfer' | 'consultation';

const unanswered =
  'accept:accepted reject:rejected return:returned refer-onward:referred-onward recall:cancelled';
const underway = 'complete:completed fail:not-completed request-cancel:cancel-requested';
const exits: Readonly<Record<string, string>> = {
  requested: `receive:received ${unanswered}`,
  received: unanswered,
  returned: 'resubmit:requested recall:cancelled',
  accepted: `start:in-progress waitlist:waitlisted hold:on-hold refer-onward:referred-onward roll-back:cancelled ${underway}`,
  waitlisted: `start:in-progress ${underway}`,
  'on-hold': `start:in-progress ${underway}`,
  'in-progress': `hold:on-hold roll-back:cancelled ${underway}`,
  'cancel-requested': 'cancel:cancelled refuse-cancel:in-progress complete:completed',
};
const ofSender = ['resubmit', 'recall', 'request-cancel', 'enter-in-error'];
const without: Readonly<Record<Kind, string>> = {
  referral: 'roll-back',
  consultation: 'roll-back waitlist refer-onward',
  transfer: 'refer-onward waitlist hold request-cancel',
};

export interface ModelHandoff {
  readonly kind: Kind;
  readonly to: Agency;
  from: Agency;
  epoch: number;
  status: string;
  version: number;
}

const isWaiting = ({ status }: ModelHandoff) => ['requested', 'received', 'returned'].includes(status);
const isOpen = ({ status }: ModelHandoff) => status in exits;
const isTaken = ({ kind, status }: ModelHandoff) =>
  kind === 'transfer' && ['accepted', 'in-progress'].includes(status);
const sideOf = ({ from, to }: ModelHandoff, by: Agency) =>
  by === from ? 'sender' : by === to ? 'receiver' : undefined;
export const isFor = (action: string, side: string) =>
  action === 'roll-back' || ofSender.includes(action) === (side === 'sender');

/** Where each action leads now. */
export function exitsOf(handoff: ModelHandoff): Map<string, string> {
  const all = (exits[handoff.status] ?? '').split(' ').map((exit) => exit.split(':') as [string, string]);
  const found = new Map(all.filter(([action]) => action && !without[handoff.kind].includes(action)));
  return isOpen(handoff) && !isTaken(handoff) ? found.set('enter-in-error', 'entered-in-error') : found;
}

export class Model {
  readonly handoffs: ModelHandoff[] = [];
  custodian: Agency = 'uptd-skw';
  epoch = 1;

  /** @returns `done`, or the code of the refusal; so do all that follow. */
  ask(by: Agency, to: Agency, kind: Kind): string {
    const works = this.handoffs.some(
      (one) => one.to === by && one.kind === 'referral' && isOpen(one) && !isWaiting(one),
    );
    if (by !== this.custodian) return works ? 'not-custodian' : 'not-found';
    if (to === by) return 'handoff-to-self';
    const alike = this.handoffs.filter((one) => one.kind === kind && isWaiting(one));
    if (kind === 'transfer' && alike.length > 0) return 'custody-changing';
    if (alike.some((one) => one.to === to)) return 'already-offered';
    this.handoffs.push({ kind, to, from: by, epoch: this.epoch, status: 'requested', version: 1 });
    return 'done';
  }

  step(handoff: ModelHandoff, by: Agency, action: string, seen: number): string {
    const side = sideOf(handoff, by);
    if (!side) return 'not-found';
    if (!isFor(action, side)) return side === 'sender' ? 'not-receiver' : 'not-sender';
    if (seen !== handoff.version) return 'stale-version';
    const next = exitsOf(handoff).get(action);
    if (!next) return 'illegal-transition';
    if (action === 'accept' && handoff.epoch !== this.epoch) return 'stale-epoch';
    this.move(handoff, next);
    if (action === 'accept' && handoff.kind === 'transfer') this.handOver(handoff);
    return 'done';
  }

  /** What the old custodian has open goes on under the new one, but for what it had asked of the new one. */
  private handOver({ from, to }: ModelHandoff): void {
    [this.custodian, this.epoch] = [to, this.epoch + 1];
    for (const one of this.handoffs.filter((other) => other.kind !== 'transfer' && isOpen(other))) {
      if (one.from !== from) continue;
      if (one.to !== to) [one.from, one.epoch] = [to, this.epoch];
      else if (exitsOf(one).has('recall')) this.move(one, 'cancelled');
      else {
        if (exitsOf(one).has('request-cancel')) this.move(one, 'cancel-requested');
        this.move(one, 'cancelled');
      }
    }
  }

  private move(handoff: ModelHandoff, status: string): void {
    handoff.status = status;
    handoff.version += 1;
  }
}

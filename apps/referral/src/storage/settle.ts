import type { EntityManager } from 'typeorm';
import { moveClocks } from '@rujukan/clockwork';
import type { Act } from '@rujukan/persistence';
import type { Custody } from '../domain/custody/custody.js';
import { handoffMoved, handoffReferredOnward, type Fact } from '../domain/events.js';
import type { Handoff } from '../domain/handoffs/handoff.js';
import { dropped, lapsed, passedOn, withdrawn, type Followed } from '../domain/handoffs/settle.js';
import { findOpenOfSender, followCustody } from './follow-custody.store.js';
import { findOpenRequest, lockHandoff, saveHandoff } from './handoff.store.js';
import { inNameOf } from './in-name-of.js';

/** The transaction in which it happens, what it leaves in the log, and when. */
interface Scene {
  readonly tx: EntityManager;
  readonly act: Act;
  readonly now: Date;
}

/**
 * An acceptance settles more than one handoff: whoever else was asked at once is free again, and whoever passed it on is
 * out. In the transaction of the acceptance, so that there is no moment with two who have it.
 */
export async function settleOthers(scene: Scene, accepted: Handoff): Promise<void> {
  await withdrawOthers(scene, accepted);
  for (let child = accepted; child.terms.onward;) {
    const { partOf, forwardedBy } = child.terms.onward;
    const parent = await inNameOf(scene.tx, forwardedBy, () => lockHandoff(scene.tx, partOf));
    const followed = parent && passedOn(parent.handoff, scene.now);
    if (!followed) return;
    await save(scene, followed, handoffReferredOnward(followed.handoff, child));
    await withdrawOthers(scene, followed.handoff);
    child = followed.handoff;
  }
}

async function withdrawOthers(scene: Scene, { terms }: Handoff): Promise<void> {
  const { openRequest, from, id } = terms;
  if (openRequest === undefined) return;
  const asked = await inNameOf(scene.tx, from, () => findOpenRequest(scene.tx, openRequest));
  await recallOffers(
    scene,
    asked.filter((one) => one.terms.id !== id),
  );
}

/** The sender's word, given with a consent, takes back what nobody has accepted when the consent is withdrawn. */
export async function recallOffers(scene: Scene, offers: readonly Handoff[]): Promise<void> {
  for (const offer of offers) {
    const followed = withdrawn(offer, scene.now);
    if (followed) await save(scene, followed, handoffMoved(followed.handoff));
  }
}

/**
 * Custody has moved: what the old custodian had under way goes on under the new one, so that no service stops because the
 * papers moved. What it asked of the new one ends, and its drafts are dropped.
 */
export async function settleCustody(scene: Scene, before: Custody, after: Custody): Promise<void> {
  const { tx, act, now } = scene;
  const open = await inNameOf(tx, before.custodian, () =>
    findOpenOfSender(tx, before.caseId, before.custodian),
  );
  for (const draft of open.filter(({ progress }) => progress.status === 'draft')) {
    const followed = dropped(draft, now);
    if (followed) await save(scene, followed);
  }
  const sent = open.filter(({ progress }) => progress.status !== 'draft');
  for (const own of sent.filter(({ terms }) => terms.to === after.custodian))
    for (const followed of lapsed(own, now)) await save(scene, followed, handoffMoved(followed.handoff));
  for (const handoff of sent.filter(({ terms }) => terms.to !== after.custodian)) {
    await followCustody(tx, handoff, after);
    act.trail.touched('handoff', handoff.terms.id, {
      version: handoff.version,
      fields: ['fromAgencyId'],
    });
  }
  // Last: until here each clock is seen by who had it.
  await inNameOf(tx, after.custodian, () =>
    moveClocks(tx, after.caseId, { from: before.custodian, to: after.custodian }),
  );
}

async function save({ tx, act, now }: Scene, { handoff, by }: Followed, ...news: Fact[]): Promise<void> {
  await inNameOf(tx, by, () => saveHandoff(tx, handoff, { act, at: now, by }));
  act.announce(...news);
  act.trail.touched('handoff', handoff.terms.id, { version: handoff.version, fields: ['status'] });
}

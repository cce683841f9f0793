import { randomUUID } from 'node:crypto';
import { eventually } from '@rujukan/testing';
import { CallFailed } from '../../../deploy/demo/client.mjs';
import { requestHandoff } from '../../../deploy/demo/steps.mjs';
import { openedCases, shelterOf } from '../../e2e/support/path.js';
import type { world } from '../../e2e/support/world.js';

type World = ReturnType<typeof world>;
type Caller = ReturnType<World['api']['as']>;

/** `done`, or the code with which it was refused. */
export type Verdict = string;

/** A transfer of a new case from the city's protection unit to that of Singkawang, waiting for its answer. */
export async function aTransfer(here: World): Promise<{ caseId: string; transferId: string }> {
  const { caseIds } = await openedCases(here);
  const caseId = caseIds[0]!;
  const offer = { ...shelterOf(caseId, 'uptd-skw'), serviceType: 'case-management' };
  const transfer = await requestHandoff(here.api.as('uptd.manajer'), {
    ...offer,
    kind: 'transfer',
    shareProfile: 'case-transfer',
  });
  return { caseId, transferId: transfer.id as string };
}

/**
 * One step of one person who does not know whether she was heard: the same request under the same key until somebody
 * answers, as a browser after a lost line. Whatever the answer is, it is the answer.
 */
export function step(
  who: Caller,
  handoffId: string,
  road: string,
  { version, body = {} }: { readonly version: number; readonly body?: unknown },
): Promise<Verdict> {
  const key = randomUUID();
  return heard(() =>
    who.post('referral', `/v1/handoffs/${handoffId}/${road}`, body, { key, ifMatch: version }),
  );
}

/** @returns the verdict of an act, tried again while nobody answers. */
const heard = (act: () => Promise<unknown>): Promise<Verdict> =>
  eventually(
    'an answer',
    async () => {
      try {
        await act();
        return 'done';
      } catch (error) {
        const isAnswer = error instanceof CallFailed && !error.isTransient;
        return isAnswer ? String(error.call.body.code) : undefined;
      }
    },
    { withinMs: 60_000, everyMs: 100 },
  );

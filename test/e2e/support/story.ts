import { eventually } from '@rujukan/testing';
import { CallFailed } from '../../../deploy/demo/client.mjs';
import { agencyId } from '../../../deploy/demo/directory.mjs';
import { stage } from '../../../deploy/demo/replay.mjs';
import { world } from './world.js';

const day = 86_400_000;

/** A case of the cast, told by the hour. It ends some days before now, so that no other case's time is moved ahead. */
export function aStory(name: string, endedDaysAgo = 0) {
  const here = world();
  const anchor = new Date(here.clock.now().getTime() - endedDaysAgo * day);
  const { at, step } = stage({ name, api: here.api, clock: here.clock, anchor, say: () => undefined });
  afterAll(() => here.clock.release());
  return { ...here, at, step, anchor };
}

/** What a handoff asks for; say only what matters. */
export const anOffer = (caseId: string, to: string, more: Record<string, unknown> = {}) => ({
  caseId,
  to,
  serviceType: 'emergency-shelter',
  shareProfile: 'shelter-placement',
  basis: { code: 'public-task' },
  purpose: 'Anak membutuhkan layanan ini.',
  priority: 'urgent',
  ...more,
});

/** The same as it goes over the wire, for offers that are to be refused. */
export const written = (caseId: string, to: string, more: Record<string, unknown> = {}) => {
  const { basis, to: code, ...rest } = anOffer(caseId, to, more);
  return { kind: 'referral', ...rest, to: { agencyId: agencyId(code) }, lawfulBasis: basis };
};

/** The code with which something was refused; `done` when it was not. */
export const refusalOf = (act: () => Promise<unknown>): Promise<string> =>
  act().then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof CallFailed) return error.call.body.code as string;
      throw error;
    },
  );

/** A line of the log, as far as stories read it. */
export interface Entry {
  readonly type: string;
  readonly outcome: string;
  readonly occurred: string;
  readonly actor: { readonly sub: string; readonly org?: string };
  readonly entity: readonly { readonly type: string; readonly id: string; readonly fields?: string[] }[];
}

/** What the auditor finds, newest first, once all that is waited for is there. */
export const inLog = (
  { api }: Pick<ReturnType<typeof world>, 'api'>,
  query: string,
  isThere: (entries: readonly Entry[]) => boolean = (entries) => entries.length > 0,
): Promise<Entry[]> =>
  eventually(
    `entries for ${query}`,
    async () => {
      const { items } = await api.as('insp.auditor').get('audit', `/v1/entries?limit=100&${query}`);
      return isThere(items) && (items as Entry[]);
    },
    { withinMs: 30_000, everyMs: 100 },
  );

import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { until } from '../../deploy/demo/client.mjs';
import { agencyId } from '../../deploy/demo/directory.mjs';
import { acceptReport } from '../../deploy/demo/steps.mjs';
import { exitsOf, isFor, Model, type Agency, type Kind } from './support/handoff-model.js';
import { aChild, aDecision, aReport } from './support/report.js';
import { written } from './support/story.js';
import { world } from './support/world.js';

const { api } = world();

/** `FC_RUNS=1000` for the long one; FC_SEED says again what a failure printed. */
const runs = Number(process.env['FC_RUNS'] ?? 40);
const seed = Number(process.env['FC_SEED'] ?? randomInt(2 ** 31));
const lanes = 4;

const people = {
  'uptd-skw': api.as('skw.manajer'),
  'uptd-ptk': api.as('uptd.manajer'),
  'ngo-e': api.as('ngo.pengelola'),
} as const;
const agencies = Object.keys(people) as Agency[];

/** The last part of each action's road, and what it brings. */
const roads: Readonly<Record<string, readonly [string, object?]>> = {
  receive: ['receipts'],
  return: ['returns', { reason: 'insufficient-information' }],
  resubmit: ['resubmissions'],
  accept: ['acceptances'],
  reject: ['rejections', { reason: 'other' }],
  start: ['starts'],
  waitlist: ['waitlistings'],
  hold: ['holds', { reason: 'child-in-hospital' }],
  complete: ['completions', { outcome: 'service-provided' }],
  fail: ['completions', { outcome: 'could-not-contact' }],
  recall: ['recalls', { reason: 'no-longer-needed' }],
  'request-cancel': ['cancellation-requests', { reason: 'child-declines' }],
  cancel: ['cancellations'],
  'refuse-cancel': ['cancellation-refusals', { reason: 'still-needed' }],
  'enter-in-error': ['error-marks', { reason: 'wrong-receiver' }],
};

interface Real {
  readonly caseId: string;
  readonly ids: string[];
}

const any = { expect: [200, 201, 400, 403, 404, 409, 412] };
const codeOf = (answer: { id?: string; code?: string }): string => answer.code ?? 'done';

const asOffered = (caseId: string, to: Agency, kind: Kind) =>
  to === 'ngo-e'
    ? written(caseId, to, { kind })
    : written(caseId, to, {
        kind,
        serviceType: 'case-management',
        shareProfile: kind === 'transfer' ? 'case-transfer' : 'companionship',
      });

class Ask implements fc.AsyncCommand<Model, Real> {
  constructor(
    private readonly by: Agency,
    private readonly to: Agency,
    private readonly kind: Kind,
  ) {}
  check = () => true;

  async run(model: Model, { caseId, ids }: Real): Promise<void> {
    // A shelter takes no custody, and what a protection unit refers to another is advice.
    const kind = this.to === 'ngo-e' && this.kind === 'transfer' ? 'referral' : this.kind;
    const body = asOffered(
      caseId,
      this.to,
      this.to !== 'ngo-e' && kind === 'referral' ? 'consultation' : kind,
    );
    const answer = await people[this.by].post('referral', '/v1/handoffs', body, any);
    expect(codeOf(answer)).toBe(model.ask(this.by, this.to, body.kind as Kind));
    if (answer.id) ids.push(answer.id);
  }
  toString = () => `${this.by} asks ${this.to} (${this.kind})`;
}

interface Move {
  readonly which: number;
  readonly who: 'mover' | Agency;
  /** One of those that are possible, by number; or any, by name. */
  readonly action: number | string;
  readonly isStale: boolean;
}

class Step implements fc.AsyncCommand<Model, Real> {
  constructor(private readonly move: Move) {}
  check = (model: Readonly<Model>) => model.handoffs.length > 0;

  async run(model: Model, { ids }: Real): Promise<void> {
    const index = this.move.which % model.handoffs.length;
    const handoff = model.handoffs[index]!;
    const action = this.actionOn(handoff);
    const by =
      this.move.who === 'mover' ? (isFor(action, 'sender') ? handoff.from : handoff.to) : this.move.who;
    const seen = handoff.version - (this.move.isStale ? 1 : 0);
    const [road, body = {}] = roads[action]!;
    const path = `/v1/handoffs/${ids[index]}/${road}`;
    const allowed = allowedTo(handoff, isFor(action, 'sender') ? 'sender' : 'receiver');
    const answer = await people[by].post('referral', path, body, { ...any, ifMatch: seen });
    const expected = model.step(handoff, by, action, seen);
    expect({ action, code: codeOf(answer) }).toEqual({ action, code: expected });
    if (expected === 'illegal-transition') expect([...answer.allowedActions].sort()).toEqual(allowed);
    if (expected === 'done')
      expect(answer).toMatchObject({ status: handoff.status, version: handoff.version });
  }

  private actionOn(handoff: Parameters<typeof exitsOf>[0]): string {
    if (typeof this.move.action === 'string') return this.move.action;
    const possible = [...exitsOf(handoff).keys()].filter((action) => action in roads);
    return possible[this.move.action % possible.length] ?? 'accept';
  }
  toString = () => JSON.stringify(this.move);
}

const allowedTo = (handoff: Parameters<typeof exitsOf>[0], side: 'sender' | 'receiver'): string[] =>
  [...exitsOf(handoff).keys()].filter((action) => isFor(action, side)).sort();

const anAgency = fc.constantFrom(...agencies);
const asks = fc
  .tuple(
    fc.oneof({ weight: 3, arbitrary: fc.constant<Agency>('uptd-skw') }, { weight: 1, arbitrary: anAgency }),
    anAgency,
    fc.constantFrom<Kind>('referral', 'transfer', 'consultation'),
  )
  .map((arguments_) => new Ask(...arguments_));
const steps = fc
  .record<Move>({
    which: fc.nat(20),
    who: fc.oneof(
      { weight: 5, arbitrary: fc.constant('mover' as const) },
      { weight: 1, arbitrary: anAgency },
    ),
    action: fc.oneof(
      { weight: 4, arbitrary: fc.nat(20) },
      { weight: 1, arbitrary: fc.constantFrom(...Object.keys(roads)) },
    ),
    isStale: fc.oneof(
      { weight: 9, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
  })
  .map((move) => new Step(move));

/** Cases of the unit in Singkawang, twenty to a report. */
async function twentyCases(): Promise<string[]> {
  const child = aChild({ nik: undefined, residence: undefined });
  const report = aReport({
    recipientAgencyId: agencyId('uptd-skw'),
    children: Array.from({ length: 20 }, () => child),
  });
  const filed = await api.as('pol.penyidik').post('intake', '/v1/reports', report);
  const { cases } = await acceptReport(people['uptd-skw'], filed.id, aDecision());
  return cases.map((one: { id: string }) => one.id);
}

/** Both agencies of each handoff see what the model says. */
async function agree(model: Model, { caseId, ids }: Real): Promise<void> {
  const custody = await people[model.custodian].get('referral', `/v1/cases/${caseId}`);
  expect(custody).toMatchObject({ custodianAgencyId: agencyId(model.custodian), epoch: model.epoch });
  await Promise.all(
    model.handoffs.flatMap((handoff, index) =>
      (['sender', 'receiver'] as const).map(async (side) => {
        const reader = people[side === 'sender' ? handoff.from : handoff.to];
        const seen = await reader.get('referral', `/v1/handoffs/${ids[index]}`);
        expect(seen).toMatchObject({ status: handoff.status, version: handoff.version });
        // A roll-back is for supervisors to sign, and these three are none.
        const mine = allowedTo(handoff, side).filter((action) => action !== 'roll-back');
        expect([...seen.allowedActions].sort()).toEqual(mine);
      }),
    ),
  );
}

describe('three agencies with one case, whatever they do', () => {
  it(`agree with the model in ${runs} runs`, async () => {
    const walk = async (lane: number) => {
      let cases: string[] = [];
      const property = fc.asyncProperty(
        fc.commands([asks, steps, steps, steps], { maxCommands: 24, size: 'max' }),
        async (commands) => {
          if (cases.length === 0) cases = await twentyCases();
          const [model, real] = [new Model(), { caseId: cases.pop()!, ids: [] }];
          await until('the case in referral', () =>
            people['uptd-skw'].get('referral', `/v1/cases/${real.caseId}`),
          );
          await fc.asyncModelRun(() => ({ model, real }), commands);
          await agree(model, real);
        },
      );
      await fc.assert(property, { numRuns: Math.ceil(runs / lanes), seed: seed + lane });
    };
    await Promise.all(Array.from({ length: lanes }, (_, lane) => walk(lane)));
  }, 3_600_000);
});

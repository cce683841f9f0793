import { publishedEvents } from '@rujukan/testing';
import { AnnounceComingOfAge } from '../announce-coming-of-age/announce-coming-of-age.js';
import type { CaseId } from '../domain/ids.js';
import { IntakeRules } from '../domain/intake-rules.js';
import { GetCase } from '../get-case/get-case.query.js';
import { ListIdentityCorrections } from '../list-identity-corrections/list-identity-corrections.query.js';
import {
  aChild,
  anIntake,
  shelter,
  someoneOf,
  stranger,
  uptd,
  type Intake,
} from '../storage/fixtures/an-intake.js';
import { CorrectIdentity } from './correct-identity.js';

const day = 86_400_000;
/** Found in a school register; the test's clock stands at 8 March 2026 in Pontianak. */
const found = { reason: 'document-found', birthDate: '2008-03-10', ageCertainty: 'documented' } as const;

describe('correcting who a child is', () => {
  let intake: Intake;
  let correct: CorrectIdentity;
  let list: ListIdentityCorrections;
  let id: CaseId;

  beforeEach(async () => {
    intake = await anIntake();
    correct = new CorrectIdentity(intake.uow, intake.sealer, new IntakeRules(true));
    list = new ListIdentityCorrections(intake.uow, intake.sealer);
    const { nik: _, birthDate: __, ...child } = aChild();
    const unsure = { ...child, statedAge: 19, ageCertainty: 'estimated' as const };
    [id] = (await intake.opens({ children: [unsure] })) as [CaseId];
  });
  afterEach(() => intake.close());

  const told = async () =>
    (await publishedEvents(intake.database.worker)).filter(
      ({ key, type }) => key === id && type.startsWith('case.'),
    );

  it('shows what is known now, keeps what was said, and tells others the age band alone', async () => {
    expect(await correct.execute(someoneOf(uptd), id, 1, found)).toMatchObject({
      ok: true,
      value: { version: 2, ageBand: '16-17' },
    });
    expect(await new GetCase(intake.uow, intake.sealer).execute(someoneOf(uptd), id)).toMatchObject({
      value: {
        ageBand: '16-17',
        child: { birthDate: found.birthDate, ageCertainty: 'documented', statedAge: 19 },
      },
    });
    expect(await list.execute(someoneOf(uptd), id)).toMatchObject({
      value: {
        items: [{ version: 2, reason: 'document-found', before: { ageCertainty: 'estimated' } }],
      },
    });
    expect((await told()).at(-1)).toMatchObject({
      type: 'case.outline-changed.v1',
      data: { caseId: id, ageBand: '16-17', riskLevel: 'high', version: 2 },
    });
    expect(await intake.stolen()).not.toContain(found.birthDate);
    const [, entry] = await intake.trail(id);
    expect(entry?.entity).toMatchObject([
      { type: 'case', fields: ['child.birthDate', 'child.ageCertainty'] },
    ]);
  });

  it('moves the day on which she comes of age', async () => {
    const announce = new AnnounceComingOfAge(intake.workerUow, intake.sealer);
    await correct.execute(someoneOf(uptd), id, 1, found);
    const wrong = { reason: 'recorded-wrongly', birthDate: '2008-03-12' } as const;
    expect(await correct.execute(someoneOf(uptd), id, 2, wrong)).toMatchObject({ ok: true });
    intake.clock.advance(2 * day);
    expect(await announce.execute()).toBe(0);
    intake.clock.advance(2 * day);
    expect(await announce.execute()).toBe(1);
    expect((await told()).at(-1)?.type).toBe('case.came-of-age.v1');
  });

  it('makes a child of an adult again, and waits for her birthday from then on', async () => {
    const adult = { reason: 'document-found', birthDate: '2006-01-01', ageCertainty: 'documented' } as const;
    expect(await correct.execute(someoneOf(uptd), id, 1, adult)).toMatchObject({ value: { ageBand: '18+' } });
    expect(await correct.execute(someoneOf(uptd), id, 2, found)).toMatchObject({
      value: { ageBand: '16-17' },
    });
    intake.clock.advance(3 * day);
    expect(await new AnnounceComingOfAge(intake.workerUow, intake.sealer).execute()).toBe(1);
  });

  it('says nothing to others where the age band stays', async () => {
    const name = { reason: 'told-differently', name: 'Bulan Contoh' } as const;
    expect(await correct.execute(someoneOf(uptd), id, 1, name)).toMatchObject({ ok: true });
    expect((await told()).map(({ type }) => type)).toEqual(['case.opened.v1']);
  });

  it('is refused by name', async () => {
    const refused = async (by: string | null, version: number, change: object) => {
      const outcome = await correct.execute(someoneOf(by), id, version, {
        reason: 'recorded-wrongly',
        ...change,
      });
      return outcome.ok ? 'done' : outcome.reason;
    };
    expect(await refused(stranger, 1, { statedAge: 15 })).toBe('not-found');
    expect(await refused(uptd, 7, { statedAge: 15 })).toBe('stale-version');
    expect(await refused(uptd, 1, { statedAge: 19 })).toBe('nothing-changed');
    expect(await refused(uptd, 1, { birthDate: '2030-01-01' })).toBe('invalid-request');
    expect(await refused(uptd, 1, { nik: '0000000000000000' })).toBe('invalid-request');
    await intake.refers(id, shelter, 'shelter-placement');
    expect(await refused(shelter, 1, { statedAge: 15 })).toBe('not-custodian');
    expect(await list.execute(someoneOf(shelter), id)).toMatchObject({ reason: 'not-custodian' });
    await intake.closes(id);
    expect(await refused(uptd, 2, { statedAge: 15 })).toBe('case-closed');
  });

  it('happens once when eight people do it at the same moment, and is answered again under the same key', async () => {
    const all = await Promise.all(
      Array.from({ length: 8 }, () => correct.execute(someoneOf(uptd), id, 1, found)),
    );
    expect(all.filter((one) => one.ok)).toHaveLength(1);
    const who = someoneOf(uptd, { subject: 'same', idempotencyKey: 'a-key' });
    const send = () => correct.execute(who, id, 2, { reason: 'told-differently', statedAge: 18 });
    const first = await send();
    expect(await send()).toEqual({ ...first, replayed: true });
  });
});

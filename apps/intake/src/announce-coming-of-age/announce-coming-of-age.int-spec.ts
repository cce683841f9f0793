import { publishedEntries, publishedEvents } from '@rujukan/testing';
import type { CaseId } from '../domain/ids.js';
import { aChild, anIntake, uptd, type Intake } from '../storage/fixtures/an-intake.js';
import { AnnounceComingOfAge } from './announce-coming-of-age.js';

const day = 86_400_000;

describe('a child who comes of age', () => {
  let intake: Intake;
  let announce: AnnounceComingOfAge;

  beforeEach(async () => {
    intake = await anIntake();
    announce = new AnnounceComingOfAge(intake.workerUow, intake.sealer);
  });
  afterEach(() => intake.close());

  // The test's clock stands at 8 March 2026, 03.00 in Pontianak.
  const opens = async (birthDate: string, ageCertainty: 'documented' | 'stated' = 'documented') => {
    const { nik: _, ...child } = aChild({ birthDate, ageCertainty });
    const [id] = (await intake.opens({ children: [child] })) as [CaseId];
    return id;
  };
  const told = async () =>
    (await publishedEvents(intake.database.worker, 'case.came-of-age.v1')).map(({ key }) => key);

  it('is told of on her birthday, not before, and once', async () => {
    const id = await opens('2008-03-10');
    intake.clock.advance(day);
    expect(await announce.execute()).toBe(0);
    intake.clock.advance(day);
    await Promise.all(
      [announce, new AnnounceComingOfAge(intake.workerUow, intake.sealer)].map((one) => one.execute()),
    );
    expect(await announce.execute()).toBe(0);
    expect(await told()).toEqual([id]);
    const [row] = await intake.seenBy<{ age_band: string; version: number }>(
      uptd,
      'select age_band, version from case_file where id = $1',
      [id],
    );
    expect(row).toEqual({ age_band: '18+', version: 2 });
  });

  it('is not forgotten while no worker ran', async () => {
    const id = await opens('2008-03-10');
    intake.clock.advance(90 * day);
    expect(await announce.execute()).toBe(1);
    expect(await told()).toEqual([id]);
  });

  it('is a child as long as no document says otherwise', async () => {
    await opens('2008-03-10', 'stated');
    intake.clock.advance(30 * day);
    expect(await announce.execute()).toBe(0);
  });

  it('leaves her birthday in no event, no entry and no readable column', async () => {
    await opens('2008-03-10');
    intake.clock.advance(2 * day);
    await announce.execute();
    expect(await intake.stolen()).not.toContain('2008-03-10');
    const [event] = await publishedEvents(intake.database.worker, 'case.came-of-age.v1');
    expect(Object.keys(event?.data ?? {}).sort()).toEqual(['caseId', 'version']);
    const entry = (await publishedEntries(intake.database.worker)).find(
      ({ type }) => type === 'case.come-of-age',
    );
    expect(entry).toMatchObject({
      actor: { sub: 'system:intake' },
      entity: [{ type: 'case', fields: ['ageBand'] }],
    });
  });
});

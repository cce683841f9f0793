import { publishedEntries } from '@rujukan/testing';
import { RegisterDesk } from '../register-desk/register-desk.js';
import {
  aService,
  reasonOf,
  shelter,
  someoneOf,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';
import { GetDesk } from './get-desk.query.js';

describe('the desk of an agency', () => {
  let service: TestService;
  let desk: GetDesk;

  beforeAll(async () => {
    service = await aService();
    desk = new GetDesk(service.uow);
    valueOf(await new RegisterDesk(service.uow).execute(someoneOf(uptd), 'meja@example.org', undefined));
  });
  afterAll(() => service.close());

  it('is shown to its own people, and the look at it is on record', async () => {
    expect(valueOf(await desk.execute(someoneOf(uptd)))).toMatchObject({
      email: 'meja@example.org',
      version: 1,
    });
    const entries = await publishedEntries(service.database.owner);
    expect(entries).toHaveLength(2);
    expect(JSON.stringify(entries)).not.toContain('meja@example.org');
  });

  it('does not exist for an agency that has registered none, whoever else has', async () => {
    expect(reasonOf(await desk.execute(someoneOf(shelter)))).toBe('not-found');
  });
});

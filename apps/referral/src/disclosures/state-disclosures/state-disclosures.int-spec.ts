import { contextFor } from '@rujukan/testing';
import type { CaseId } from '../../domain/ids.js';
import {
  aService,
  reasonOf,
  shelter,
  someoneOf,
  stranger,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';
import { ListDisclosures } from '../list-disclosures/list-disclosures.query.js';
import { StateDisclosures } from './state-disclosures.query.js';

describe('telling a child who knows what about her', () => {
  let service: TestService;
  let state: StateDisclosures;
  let id: CaseId;

  beforeAll(async () => {
    service = await aService();
    state = new StateDisclosures(service.uow);
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    id = await service.opens();
    await service.refers(id);
  });

  const tell = (by = someoneOf(uptd), person: 'child' | 'guardian' = 'child', of = id) =>
    state.execute(by, of, person, 'id');

  it('has a sentence for each line of the ledger, without her name, her case or a number', async () => {
    const statement = valueOf(await tell());
    const ledger = valueOf(
      await new ListDisclosures(service.uow, service.cursors).execute(someoneOf(uptd), id, { limit: 100 }),
    );
    expect(statement.lines).toHaveLength(ledger.items.length);
    expect(statement.lines[0]).toMatch(/^PLAT \(Demo\) mendapat .* masih boleh membacanya\.$/);
    expect(JSON.stringify(statement)).not.toContain(id);
    expect(JSON.stringify(statement)).not.toMatch(/[KR]-[0-9A-Z]{8}/);
    const rules = (await service.trail(id)).map(({ authz }) => authz?.policyId);
    expect(rules.slice(-2)).toEqual(['told-child', 'custody']);
  });

  it('is not for a guardian who is a suspect, and that he was kept out is on record', async () => {
    const guarded = await service.opens({ flags: ['guardian-is-suspect'] });
    expect(reasonOf(await tell(someoneOf(uptd), 'guardian', guarded))).toBe('guardian-is-suspect');
    expect(reasonOf(await tell(someoneOf(uptd), 'child', guarded))).toBe('done');
    expect((await service.trail(guarded)).map(({ reason }) => reason)).toContain('guardian-is-suspect');
    expect(reasonOf(await tell(someoneOf(uptd), 'guardian'))).toBe('done');
  });

  it('is the custodian’s to hand over, and not a receiver’s, a stranger’s or an auditor’s', async () => {
    const auditor = contextFor({ agencyId: stranger, roles: ['auditor'] });
    for (const by of [someoneOf(shelter), someoneOf(stranger), auditor])
      expect(reasonOf(await tell(by))).toBe('not-found');
  });
});

import { publishedEntries } from '@rujukan/testing';
import type { CaseId } from '../../domain/ids.js';
import type { Ask } from '../../domain/handoffs/request.js';
import {
  aService,
  anAsk,
  aTransfer,
  reasonOf,
  secondShelter,
  shelter,
  someoneOf,
  stranger,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';
import { PreviewHandoff } from './preview-handoff.query.js';

describe('looking at what a receiver would see', () => {
  let service: TestService;
  let preview: PreviewHandoff;
  let id: CaseId;

  beforeAll(async () => {
    service = await aService();
    preview = new PreviewHandoff(service.uow);
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    id = await service.opens();
  });

  const look = (more: Partial<Ask> = {}, by = uptd) => preview.execute(someoneOf(by), id, anAsk(more));
  const written = (value: unknown) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>;

  it('shows before acceptance exactly what the receiver is shown, and afterwards what it will be given', async () => {
    const seen = valueOf(await look());
    const handoff = await service.asks(id);
    const envelope = written(valueOf(await service.get.execute(someoneOf(shelter), handoff)));
    const { id: _, number, status, version, from, to, allowedActions, ...described } = envelope;
    expect([number, status, version, from, to, allowedActions]).not.toContain(undefined);
    expect(written(seen.before)).toEqual(described);

    valueOf(await service.accept.execute(someoneOf(shelter), handoff, 1));
    const opened = written(valueOf(await service.get.execute(someoneOf(shelter), handoff)));
    expect(Object.keys(opened).filter((name) => !(name in envelope))).toEqual(seen.after.content);
    expect(seen.after.fieldGroups).toEqual(described['willShare']);
    expect(seen.never).toEqual(expect.arrayContaining(['allegation', 'identity-number', 'exam-result']));
  });

  it('leaves no handoff behind, and an entry with the names of what was shown', async () => {
    valueOf(await look());
    expect(await service.seenBy(uptd, 'select id from handoff where case_id = $1', [id])).toEqual([]);
    const entry = (await publishedEntries(service.database.worker)).at(-1);
    expect(entry).toMatchObject({ outcome: 'success', subject: [id], entity: [{ type: 'case', id }] });
    expect(entry?.entity[0]?.fields).toEqual(expect.arrayContaining(['ageBand', 'willShare']));
  });

  it('names the case to no adviser', async () => {
    const seen = valueOf(await look({ kind: 'consultation' }));
    expect(seen.after).toEqual({ fieldGroups: [], content: ['purpose', 'note'] });
  });

  it.each<[string, Partial<Ask>]>([
    ['handoff-to-self', { to: uptd }],
    ['service-not-offered', { serviceType: 'legal-aid', shareProfile: 'legal-aid' }],
    ['share-profile-mismatch', { shareProfile: 'exam-result' }],
  ])('is refused by the name by which the request would be: %s', async (reason, more) => {
    expect(reasonOf(await look(more))).toBe(reason);
    expect(reasonOf(await service.request.execute(someoneOf(uptd), id, anAsk(more), {}))).toBe(reason);
  });

  it('stops where the kind of agency may not have what the profile sends, as the request does', async () => {
    await service.database.owner.query(
      `insert into service (id, agency_id, type, name, capacity_status)
       values (gen_random_uuid(), $1, 'case-management', 'x', 'unknown')`,
      [secondShelter],
    );
    const transfer = { ...aTransfer, to: secondShelter };
    expect(reasonOf(await look(transfer))).toBe('sharing-not-allowed');
    expect(reasonOf(await service.request.execute(someoneOf(uptd), id, transfer, {}))).toBe(
      'sharing-not-allowed',
    );
  });

  it('is the custodian’s alone', async () => {
    await service.refers(id);
    expect(reasonOf(await look({ to: secondShelter }, shelter))).toBe('not-custodian');
    expect(reasonOf(await look({}, stranger))).toBe('not-found');
  });
});

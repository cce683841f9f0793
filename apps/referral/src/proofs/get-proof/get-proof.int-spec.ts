import { randomUUID } from 'node:crypto';
import type { EventData } from '@rujukan/contracts';
import { UnitOfWork } from '@rujukan/persistence';
import { testClock } from '@rujukan/testing';
import { formatProof, parseProof } from '@rujukan/tlog';
import type { HandoffId } from '../../domain/ids.js';
import {
  aService,
  canary,
  reasonOf,
  received,
  secondShelter,
  shelter,
  someoneOf,
  stranger,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';
import { ListProofs } from '../list-proofs/list-proofs.query.js';
import { OnReceiptIssued } from '../on-receipt-issued/on-receipt-issued.js';
import { GetProof } from './get-proof.query.js';

const checkpoint = 'rujukan.example/log\n9\nAAAA\n\n— rujukan.example/log AAAA\n';

describe('the receipts of a handoff, kept at both agencies', () => {
  let service: TestService;
  let list: ListProofs;
  let get: GetProof;

  beforeAll(async () => {
    service = await aService();
    list = new ListProofs(service.uow);
    get = new GetProof(service.uow);
  });
  afterAll(() => service.close());

  const entryOf = (index: number): Buffer =>
    Buffer.from(`{"action":"U","id":"${index}","salt":"${'0'.repeat(64)}","subject":["${randomUUID()}"]}`);

  async function issue(id: HandoffId, step: EventData['receipt.issued.v1']['step'], index: number) {
    const entry = entryOf(index);
    const proof = formatProof({ index: BigInt(index), hashes: [new Uint8Array(32)], checkpoint });
    const data = {
      handoffId: id,
      step,
      index,
      entry: entry.toString('base64'),
      proof: Buffer.from(proof).toString('base64'),
    };
    const uow = new UnitOfWork(service.database.worker, 'referral', testClock());
    await service.database.worker.transaction((tx) =>
      new OnReceiptIssued(uow).execute(tx, received('receipt.issued.v1', data)),
    );
    return entry;
  }
  const listed = async (agency: string, id: HandoffId) =>
    valueOf(await list.execute(someoneOf(agency), id)).items;

  it('are one file each, with the entry in it', async () => {
    const id = await service.refers(await service.opens());
    const entry = await issue(id, 'handoff.accept', 7);
    for (const agency of [uptd, shelter]) {
      expect(await listed(agency, id)).toEqual([{ index: 7, step: 'handoff.accept' }]);
      const { fileName, text } = valueOf(await get.execute(someoneOf(agency), id, 7));
      expect(fileName).toBe(`${id}-7.tlog-proof`);
      const file = parseProof(text);
      expect(file).toMatchObject({ index: 7n, checkpoint });
      expect(Buffer.from(file!.extra!)).toEqual(entry);
    }
  });

  it('do not exist for another agency, also in the database itself', async () => {
    const id = await service.refers(await service.opens());
    await issue(id, 'handoff.accept', 8);
    for (const agency of [stranger, secondShelter]) {
      expect(reasonOf(await list.execute(someoneOf(agency), id))).toBe('not-found');
      expect(reasonOf(await get.execute(someoneOf(agency), id, 8))).toBe('not-found');
      expect(await service.seenBy(agency, 'select 1 from handoff_proof')).toEqual([]);
    }
    expect(reasonOf(await get.execute(someoneOf(shelter), id, 9))).toBe('not-found');
  });

  it('tell a receiver that has not accepted nothing of the case', async () => {
    const id = await service.asks(await service.opens());
    await issue(id, 'handoff.request', 9);
    await issue(id, 'handoff.reject', 10);
    expect(await listed(uptd, id)).toHaveLength(2);
    expect(await listed(shelter, id)).toEqual([]);
    expect(reasonOf(await get.execute(someoneOf(shelter), id, 9))).toBe('not-found');
  });

  it('stay after the access of an agency has ended', async () => {
    const id = await service.refers(await service.opens());
    await issue(id, 'handoff.accept', 11);
    const version = await service.versionOf(id);
    valueOf(
      await service.complete.execute(someoneOf(shelter), id, version, {
        outcome: 'service-provided',
        note: canary,
      }),
    );
    await issue(id, 'handoff.complete', 12);
    for (const agency of [uptd, shelter])
      expect((await listed(agency, id)).map(({ step }) => step)).toEqual([
        'handoff.accept',
        'handoff.complete',
      ]);
    expect(reasonOf(await get.execute(someoneOf(shelter), id, 11))).toBe('done');
  });

  it('are kept once, and both keeping and reading are recorded', async () => {
    const id = await service.refers(await service.opens());
    await issue(id, 'handoff.accept', 13);
    await issue(id, 'handoff.accept', 13);
    await get.execute(
      someoneOf(uptd, { act: { type: 'receipt.read', action: 'R', purpose: 'case-management' } }),
      id,
      13,
    );
    expect(await listed(uptd, id)).toHaveLength(1);
    const types = (await service.trail(id)).map(({ type }) => type);
    expect(types.filter((type) => type === 'receipt.keep')).toHaveLength(2);
    expect(types).toContain('receipt.read');
  });
});

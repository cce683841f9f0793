import { randomUUID } from 'node:crypto';
import { Cursors } from '@rujukan/http';
import { publishedEntries } from '@rujukan/testing';
import { dpoOf } from '../../storage/fixtures/a-register.js';
import { anErasableLog, caseId, own, why, type ErasableLog } from '../../storage/fixtures/an-erasure.js';
import { auditor } from '../../storage/fixtures/a-log.js';
import { sha256 } from '../../domain/entry.js';
import { rememberAgency } from '../../storage/known-agency.store.js';
import { PlaceHold } from '../../legal-holds/place-hold/place-hold.js';

import { GetCertificate } from '../get-certificate/get-certificate.query.js';
import { ListErasures } from '../list-erasures/list-erasures.query.js';
import { RequestErasure } from '../request-erasure/request-erasure.js';

jest.setTimeout(60_000);

const other = '0195718e-5a00-7000-8000-0000000000a2';
const otherCase = '0195718e-5a00-7000-8000-0000000000c2';

describe('an erasure of what is written beside the log', () => {
  let log: ErasableLog;

  beforeEach(async () => {
    log = await anErasableLog();
    await rememberAgency(log.database.worker.manager, {
      id: own,
      code: 'uptd-ptk',
      type: 'uptd-ppa',
      version: 1,
    });
  });
  afterEach(() => log.close());

  const newest = async () => (await publishedEntries(log.database.worker)).at(-1);
  const certificateOf = (id: string, agency = own) => new GetCertificate(log.uow).execute(dpoOf(agency), id);
  const lists = async (who = dpoOf(own)) => {
    const page = await new ListErasures(log.uow, log.sealer, new Cursors(Buffer.alloc(32, 1))).execute(who, {
      limit: 50,
    });
    if (!page.ok) throw new Error('refused');
    return page.value.items;
  };
  const scopes = () =>
    log.database.owner.query<object[]>(
      'select from data_key join detail_scope using (scope_id) where case_id = $1',
      [caseId],
    );

  it('deletes the details of one child and destroys their key, and leaves others alone', async () => {
    await log.searches(caseId, 3);
    await log.searches(otherCase);
    await log.appendOwnActs();
    const { id } = await log.requests();
    expect(await newest()).toMatchObject({
      type: 'details.request-erasure',
      subject: [caseId],
      entity: [{ type: 'erasure', id, version: 1, facts: { why: 'court-order' } }],
    });

    expect(await log.approves(id)).toMatchObject({ value: { status: 'done', version: 2, details: 3 } });

    expect([await log.details(), await log.details(otherCase)]).toEqual([0, 1]);
    expect(await scopes()).toEqual([]);
    expect(await newest()).toMatchObject({
      type: 'details.erase',
      action: 'E',
      subject: [caseId],
      times: 3,
      entity: [{ type: 'erasure', id, version: 2, facts: { why: 'court-order' } }],
    });
    expect(JSON.stringify(await publishedEntries(log.database.worker))).not.toContain(why);
  });

  it('gives a certificate that can be checked against the log', async () => {
    await log.searches(caseId, 2);
    await log.appendOwnActs();
    const hashes = (await publishedEntries(log.database.worker)).map(
      (entry) => (entry as unknown as { detailHash: string }).detailHash,
    );
    const { id } = await log.requests({}, { roles: ['data-officer'] });
    expect(await certificateOf(id)).toMatchObject({ reason: 'erasure-not-done' });
    await log.approves(id);

    const certificate = await certificateOf(id);
    if (!certificate.ok) throw new Error(certificate.reason);
    const text = certificate.value;
    expect(text).toMatch(/^BERITA ACARA PEMUSNAHAN\n/);
    expect(text).toContain('Perintah pengadilan (court-order)');
    expect(text).toMatch(/Diminta oleh +: Petugas data, UPTD PPA \(uptd-ptk\)/);
    expect(text).toMatch(/Disetujui oleh +: Pejabat pelindungan data, UPTD PPA \(uptd-ptk\)/);
    expect(text).toMatch(/Jumlah rincian +: 2\n/);
    expect(text).toMatch(/Catatan +: nomor 0 sampai dengan 1\n/);
    expect(text).toContain(digestOf(hashes));
    expect(text).not.toContain(why);
    expect(await certificateOf(id, other)).toMatchObject({ reason: 'not-found' });
  });

  it('needs a second person, of the same agency, who saw what is', async () => {
    await log.searches();
    const subject = randomUUID();
    const { id } = await log.requests({}, { subject });
    expect(await log.approves(id, { subject })).toMatchObject({ reason: 'same-person' });
    expect(await log.approves(id, { agencyId: other })).toMatchObject({ reason: 'not-found' });
    expect(await log.approves(id, {}, 4)).toMatchObject({ reason: 'stale-version' });
    expect(await log.details()).toBe(1);
  });

  it('is not carried out while any agency holds the case for a legal process', async () => {
    await log.searches();
    const { id } = await log.requests();
    await new PlaceHold(log.uow, log.sealer).execute(
      dpoOf(other),
      { caseId, basis: 'investigation' },
      'Penyidikan di instansi lain',
    );
    expect(await log.approves(id)).toMatchObject({ reason: 'case-on-hold' });
    expect(await newest()).toMatchObject({ outcome: 'failed', reason: 'case-on-hold', subject: [caseId] });
    await expect(log.requests()).rejects.toThrow('case-on-hold');
    expect(await log.details()).toBe(1);
  });

  it('on the word of the child needs her request to be granted first', async () => {
    const request = new RequestErasure(log.uow, log.sealer).execute(
      dpoOf(own),
      { caseId, basis: 'subject-request' },
      why,
    );
    expect(await request).toMatchObject({ reason: 'request-not-granted' });
  });

  it('of nothing is refused', async () => {
    const { id } = await log.requests();
    expect(await log.approves(id)).toMatchObject({ reason: 'nothing-to-erase' });
  });

  it('happens once, also when eight approve at once', async () => {
    await log.searches(caseId, 2);
    const { id } = await log.requests();
    const all = await Promise.all(Array.from({ length: 8 }, () => log.approves(id)));
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await log.approves(id, {}, 2)).toMatchObject({ reason: 'erasure-done' });
  });

  it('leaves room for what is written later, under another key', async () => {
    await log.searches();
    const { id } = await log.requests();
    await log.approves(id);
    await log.searches();
    await log.appendOwnActs();
    const last = (await publishedEntries(log.database.worker)).length - 1;
    expect(await log.readDetail(last)).toMatchObject({ value: { state: 'kept' } });
    expect(await log.readDetail(0)).toMatchObject({ value: { state: 'gone' } });
  });

  it('is nothing that the API could do without the two, nor without the function that looks again', async () => {
    await log.searches();
    const { id } = await log.requests({}, { subject: 'one' });
    const { app } = log.database;
    await expect(app.query('delete from audit_detail')).rejects.toThrow(/permission denied/);
    await expect(app.query('delete from data_key')).rejects.toThrow(/permission denied/);
    const asSomebody = (subject: string, agency: string, permissions: string) =>
      app.transaction(async (tx) => {
        await tx.query(
          `select set_config('app.subject', $1, true), set_config('app.agency', $2, true), set_config('app.permissions', $3, true)`,
          [subject, agency, permissions],
        );
        await tx.query('select * from erase_details($1)', [id]);
      });
    for (const [subject, agency, permissions] of [
      ['one', own, 'erasure:approve'],
      ['two', other, 'erasure:approve'],
      ['two', own, 'erasure:request'],
    ] as const)
      await expect(asSomebody(subject, agency, permissions)).rejects.toThrow(/not lawful/);
    expect(await log.details()).toBe(1);
  });

  it('is listed with its reason for the own agency, without it for auditors, and not for others', async () => {
    await log.searches();
    const { id } = await log.requests();
    expect(await lists()).toMatchObject([{ id, reason: why, allowedActions: ['approve'] }]);
    const seen = await lists(auditor());
    expect(seen).toMatchObject([{ id, status: 'requested', allowedActions: [] }]);
    expect(JSON.stringify(seen)).not.toContain(why);
    expect(await lists(dpoOf(other))).toEqual([]);
    await log.approves(id);
    expect(await lists()).toMatchObject([{ status: 'done', details: 1, allowedActions: [] }]);
  });
});

const digestOf = (hashes: readonly string[]): string =>
  sha256(Buffer.concat([...hashes].sort().map((hash) => Buffer.from(hash, 'hex')))).toString('hex');

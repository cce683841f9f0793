import { formatVerifierKey } from '@rujukan/tlog';
import { anApi, type TestApi } from '../../storage/fixtures/an-api.js';
import { anErasableLog, caseId, type ErasableLog } from '../../storage/fixtures/an-erasure.js';
import { anExport, run, verifier } from '../../storage/fixtures/an-export.js';
import { aSigner, type TestSigner } from '../../storage/fixtures/a-signer.js';

jest.setTimeout(120_000);

const searches = 5;

describe('what was proved before an erasure', () => {
  let log: ErasableLog;
  let signer: TestSigner;
  let api: TestApi;

  beforeAll(async () => {
    log = await anErasableLog();
    signer = await aSigner(log);
    api = await anApi(log);
    await log.searches(caseId, searches);
    await log.appendOwnActs();
    await signer.sign.execute();
  });
  afterAll(async () => {
    await api.close();
    await signer.close();
    await log.close();
  });

  const proofsOf = async (count: number) => {
    const kept = [];
    for (let seq = 0; seq < count; seq += 1) {
      const { bytes } = (await (await api.fetch(`/v1/entries/${seq}`)).json()) as { bytes: string };
      const proof = await (await api.fetch(`/v1/entries/${seq}/proof`)).text();
      kept.push({ seq, entry: Buffer.from(bytes, 'base64'), proof });
    }
    return kept;
  };

  it('is proved after it: each proof taken before, each entry, and the whole log', async () => {
    const before = await anExport(api);
    const policy = before.write('policy', `log ${formatVerifierKey(signer.signers[0]!.key)}\nquorum none\n`);
    const receipts = (await proofsOf(searches)).map(({ seq, entry, proof }) => ({
      entry: before.write(`../${seq}.json`, entry),
      proof: before.write(`../${seq}.tlog-proof`, proof),
      bytes: entry,
    }));
    const verify = () =>
      Promise.all(
        receipts.map(({ entry, proof }) =>
          run('node', verifier, 'proof', '--policy', policy, '--proof', proof, entry),
        ),
      );
    const sound = receipts.map(() => 0);
    expect(await verify()).toEqual(sound);
    expect(await run('node', verifier, 'fsck', '--policy', policy, before.folder)).toBe(0);

    const { id } = await log.requests();
    expect(await log.approves(id)).toMatchObject({ value: { details: searches } });
    await log.appendOwnActs();
    await signer.sign.execute();

    expect(await verify()).toEqual(sound);
    expect((await proofsOf(searches)).map(({ entry }) => entry)).toEqual(receipts.map(({ bytes }) => bytes));
    const after = await anExport(api);
    expect(await run('node', verifier, 'fsck', '--policy', policy, after.folder)).toBe(0);
    expect(await log.readDetail(0)).toMatchObject({ value: { state: 'gone' } });
    before.close();
    after.close();
  });
});

import { fileURLToPath } from 'node:url';
import { publishedEntries } from '@rujukan/testing';
import {
  fromBase64,
  formatVerifierKey,
  nodeCrypto,
  parseCheckpoint,
  parseNote,
  parsePolicy,
  verifyConsistency,
  verifyProof,
} from '@rujukan/tlog';
import { GetCheckpoint } from './checkpoints/get-checkpoint/get-checkpoint.query.js';
import { ListCheckpoints } from './checkpoints/list-checkpoints/list-checkpoints.query.js';
import { ProveEntry } from './entries/prove-entry/prove-entry.query.js';
import { ReadBundle } from './entries/read-bundle/read-bundle.query.js';
import { aLog, auditor, type TestLog } from './storage/fixtures/a-log.js';
import { aSigner, type TestSigner } from './storage/fixtures/a-signer.js';
import { anApi, type TestApi } from './storage/fixtures/an-api.js';
import { anExport, run, verifier } from './storage/fixtures/an-export.js';
import { ProveConsistency } from './tree/prove-consistency/prove-consistency.query.js';
import { ReadTile } from './tree/read-tile/read-tile.query.js';

jest.setTimeout(120_000);

const acts = (count: number) => Array.from({ length: count }, () => ({ type: 'case.read' }));
const stranger = { roles: null };

describe('what the log shows of itself', () => {
  let log: TestLog;
  let signer: TestSigner;
  let api: TestApi;
  let policyText: string;
  const sizes = [1, 300, 700];

  beforeAll(async () => {
    log = await aLog();
    signer = await aSigner(log);
    policyText = `log ${formatVerifierKey(signer.signers[0]!.key)}\nquorum none\n`;
    let before = 0;
    for (const size of sizes) {
      await log.did(...acts(size - before));
      await signer.sign.execute();
      before = size;
    }
    await log.did(...acts(5));
    api = await anApi(log);
  });
  afterAll(async () => {
    await api.close();
    await signer.close();
    await log.close();
  });

  const text = async (path: string, asked = {}) => (await api.fetch(path, asked)).text();
  const bytes = async (path: string, asked = {}) =>
    new Uint8Array(await (await api.fetch(path, asked)).arrayBuffer());
  const json = async (path: string, asked = {}): Promise<Record<string, unknown>> =>
    (await (await api.fetch(path, asked)).json()) as Record<string, unknown>;
  const policy = () => {
    const parsed = parsePolicy(nodeCrypto.sha256, Buffer.from(policyText));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed));
    return parsed.value;
  };
  const rootAtSize = async (size: number): Promise<Uint8Array> => {
    const { items } = (await json('/v1/checkpoints', stranger)) as {
      items: { size: number; checkpoint: string }[];
    };
    return parseCheckpoint(parseNote(items.find((head) => head.size === size)!.checkpoint)!.text)!.root;
  };
  const newestEntry = async () => (await publishedEntries(log.database.worker)).at(-1);

  it('gives an auditor a proof of every entry that a head covers, and a file that verifies alone', async () => {
    for (const seq of [0, 1, 255, 256, 299, 300, 699]) {
      const answer = await api.fetch(`/v1/entries/${seq}/proof`);
      const proof = await answer.text();
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
      expect(Buffer.byteLength(proof)).toBeLessThan(2_048);
      const entry = Buffer.from((await json(`/v1/entries/${seq}`))['bytes'] as string, 'base64');
      const proved = verifyProof(nodeCrypto, policy(), { entry, proof });
      expect(proved).toMatchObject({ ok: true, value: { index: BigInt(seq), checkpoint: { size: 700n } } });
    }
    expect(await newestEntry()).toMatchObject({ type: 'audit.read', outcome: 'success' });
  });

  it('says of an entry that is newer than the newest head that it is not signed yet', async () => {
    const answer = await api.fetch('/v1/entries/702/proof');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([409, '1']);
    expect(await answer.json()).toMatchObject({ code: 'not-yet-signed' });
    expect(await newestEntry()).toMatchObject({ type: 'audit.prove', reason: 'not-yet-signed' });
    expect((await api.fetch('/v1/entries/4711/proof')).status).toBe(404);
  });

  it('shows everyone that it only grew', async () => {
    for (const [from, to] of [
      [1, 300],
      [1, 700],
      [300, 700],
      [700, 700],
    ] as const) {
      const shown = await json(`/v1/proofs/consistency?from=${from}&to=${to}`, stranger);
      const proof = (shown['proof'] as string[]).map((hash) => fromBase64(hash)!);
      const [root1, root2] = [await rootAtSize(from), await rootAtSize(to)];
      const claim = { size1: BigInt(from), size2: BigInt(to), root1, root2, proof };
      expect(verifyConsistency(nodeCrypto.sha256, claim)).toBe(true);
    }
    expect((await api.fetch('/v1/proofs/consistency?from=1&to=701', stranger)).status).toBe(409);
    for (const query of ['from=0&to=5', 'from=9&to=5', 'to=5', 'from=1.5&to=5', 'from=1&to=5&x=1'])
      expect((await api.fetch(`/v1/proofs/consistency?${query}`, stranger)).status).toBe(400);
  });

  it('lists its heads from any size on', async () => {
    const sizesFrom = async (query: string) =>
      ((await json(`/v1/checkpoints${query}`, stranger))['items'] as { size: number }[]).map(
        ({ size }) => size,
      );
    expect(await sizesFrom('')).toEqual(sizes);
    expect(await sizesFrom('?since=1')).toEqual([300, 700]);
    expect(await sizesFrom('?since=1&limit=1')).toEqual([300]);
    expect(await sizesFrom('?since=700')).toEqual([]);
    expect((await api.fetch('/v1/checkpoints?limit=101', stranger)).status).toBe(400);
  });

  it('shows everyone its tiles, to be kept for ever, and no entry', async () => {
    const tile = await api.fetch('/tlog/tile/0/000', stranger);
    expect([tile.status, tile.headers.get('cache-control'), (await tile.arrayBuffer()).byteLength]).toEqual([
      200,
      'public, max-age=31536000, immutable',
      8_192,
    ]);
    const whole = await bytes('/tlog/tile/0/001', stranger);
    expect(await bytes('/tlog/tile/0/001.p/44', stranger)).toEqual(whole.slice(0, 44 * 32));
    for (const path of [
      '0/002',
      '0/003.p/1',
      '2/000.p/1',
      '0/2',
      '64/000',
      '0/x018/x014/x398/x509/x481/x984',
    ])
      expect((await api.fetch(`/tlog/tile/${path}`, stranger)).status).toBe(404);
    expect((await api.fetch('/tlog/tile/entries/000', stranger)).status).toBe(401);
    expect((await api.fetch('/tlog/tile/entries/000', { roles: ['case-worker'] })).status).toBe(403);
    expect((await api.fetch('/tlog/tile/entries/003')).status).toBe(404);
  });

  it('leaves an entry when a bundle of entries is read', async () => {
    await bytes('/tlog/tile/entries/001');
    expect(await newestEntry()).toMatchObject({
      type: 'audit.read',
      entity: [{ type: 'audit-bundle', id: '1' }],
    });
  });

  it('is copied over HTTP into a folder that both verifiers find whole', async () => {
    const { folder, write, close } = await anExport(api);
    const believed = write('policy', policyText);
    const proof = write('../entry.tlog-proof', await text('/v1/entries/301/proof'));
    const entry = write(
      '../entry.json',
      Buffer.from((await json('/v1/entries/301'))['bytes'] as string, 'base64'),
    );
    try {
      expect(await run('node', verifier, 'fsck', '--policy', believed, folder)).toBe(0);
      expect(await run('node', verifier, 'proof', '--policy', believed, '--proof', proof, entry)).toBe(0);
      expect(await run('python3', '-B', second, 'fsck', believed, folder)).toBe(0);
      expect(await run('python3', '-B', second, 'proof', believed, proof, entry)).toBe(0);
      write('../entry.json', '{}');
      expect(await run('node', verifier, 'proof', '--policy', believed, '--proof', proof, entry)).toBe(1);
      expect(await run('python3', '-B', second, 'proof', believed, proof, entry)).toBe(1);
    } finally {
      close();
    }
  });

  it('proves entries while others are appended and heads are signed', async () => {
    const writing = (async () => {
      for (let at = 0; at < 15; at += 1) {
        await log.did(...acts(41));
        await signer.sign.execute();
      }
    })();
    const entry = Buffer.from((await json('/v1/entries/255'))['bytes'] as string, 'base64');
    for (let at = 0; at < 40; at += 1) {
      const proof = await text('/v1/entries/255/proof');
      expect(verifyProof(nodeCrypto, policy(), { entry, proof }).ok).toBe(true);
    }
    await writing;
  });
});

describe('a log of which no head was signed', () => {
  it('shows none, and proves nothing', async () => {
    const log = await aLog();
    await log.did(...acts(2));
    const { app } = log.database;
    const asked = auditor({ act: { type: 'audit.prove', action: 'R', purpose: 'audit' } });
    expect(await new GetCheckpoint(app).execute()).toEqual({ ok: false, reason: 'not-found' });
    expect(await new ListCheckpoints(app).execute(-1, 10)).toEqual([]);
    expect(await new ProveConsistency(app).execute(1, 2)).toEqual({ ok: false, reason: 'not-yet-signed' });
    expect(await new ProveEntry(log.unitOfWork).execute(asked, 0)).toMatchObject({
      reason: 'not-yet-signed',
    });
    await log.close();
  });
});

describe('what witnesses cosigned', () => {
  let log: TestLog;
  let signer: TestSigner;

  beforeAll(async () => {
    log = await aLog();
    signer = await aSigner(log);
    for (const at of [1, 2, 3]) {
      await log.did(...acts(2));
      await signer.sign.execute();
      if (at < 3)
        await log.database.worker.query(
          `update log_checkpoint set cosigned = note || 'by ' || size || E'\\n' where size = $1`,
          [at * 2],
        );
    }
  });
  afterAll(async () => {
    await signer.close();
    await log.close();
  });

  it('is the head that is shown and that entries are proved against, as far as it reaches', async () => {
    const { app } = log.database;
    expect(await new GetCheckpoint(app).execute()).toMatchObject({ value: expect.stringMatching(/by 4\n$/) });
    const heads = await new ListCheckpoints(app).execute(-1, 10);
    expect(heads.map(({ size, isCosigned }) => [size, isCosigned])).toEqual([
      [2, true],
      [4, true],
      [6, false],
    ]);
    const proveEntry = new ProveEntry(log.unitOfWork);
    expect(await proveEntry.execute(auditor(), 0)).toMatchObject({ value: expect.stringMatching(/by 4\n$/) });
    expect(await proveEntry.execute(auditor(), 3)).toMatchObject({ value: expect.stringMatching(/by 4\n$/) });
    expect(await proveEntry.execute(auditor(), 4)).toMatchObject({
      value: expect.stringMatching(/\n6\n(?!.*by )/s),
    });
  });

  it('or not: tiles and bundles are as wide as the log is', async () => {
    const readTile = new ReadTile(log.database.app);
    const tile = { level: 0, index: 0n };
    expect(await readTile.execute({ ...tile, width: 6 })).toMatchObject({ ok: true });
    expect(await readTile.execute({ ...tile, width: 7 })).toMatchObject({ reason: 'not-found' });
    const readBundle = new ReadBundle(log.unitOfWork);
    expect(await readBundle.execute(auditor(), { index: 0n, width: 6 })).toMatchObject({ ok: true });
    expect(await readBundle.execute(auditor(), { index: 0n, width: 7 })).toMatchObject({
      reason: 'not-found',
    });
  });
});

const second = fileURLToPath(new URL('../../../test/python/audit_verify.py', import.meta.url));

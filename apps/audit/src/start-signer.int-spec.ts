import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, leakCheck } from '@rujukan/testing';
import { createLogger } from '@rujukan/observability';
import { systemClock } from '@rujukan/time';
import { readSignerConfig } from './signer.config.js';
import { startSigner, type RunningSigner } from './start-signer.js';
import { aLog, type TestLog } from './storage/fixtures/a-log.js';
import { origin, published } from './storage/fixtures/a-signer.js';

jest.setTimeout(60_000);

describe('the process that signs', () => {
  const nothingLeft = leakCheck();
  const home = mkdtempSync(join(tmpdir(), 'signer-'));
  const silent = createLogger('audit-signer', { level: 'silent' });
  let log: TestLog;
  let signer: RunningSigner | undefined;

  const settings = (more: Record<string, string> = {}) =>
    readSignerConfig({
      PORT: '0',
      SIGNER_DATABASE_URL: log.database.urlAs('signer'),
      LOG_ORIGIN: origin,
      SIGNER_KEY_FILES: join(home, 'keys', 'log.pem'),
      STATE_FOLDER: join(home, 'heads'),
      LOG_LEVEL: 'silent',
      ...more,
    });
  const start = async (more?: Record<string, string>) => {
    signer = await startSigner(settings(more), systemClock, silent);
    return signer;
  };
  const isReady = async () => (await fetch(`${signer!.url}/readyz`)).status === 200;
  const signedUpTo = (size: number) =>
    eventually(`a head of ${size}`, async () => (await published(log)).some((head) => head.size === size), {
      withinMs: 10_000,
    });

  beforeEach(async () => {
    log = await aLog();
  });
  afterEach(async () => {
    await signer?.close();
    signer = undefined;
    await log.close();
    rmSync(home, { recursive: true, force: true });
  });
  afterAll(() => nothingLeft());

  it('makes its key, signs the empty log and what comes, and goes on where it stopped', async () => {
    await start();
    await signedUpTo(0);
    await log.did({ type: 'case.read' });
    await signedUpTo(1);
    await eventually('readiness', isReady);
    expect(statSync(join(home, 'keys', 'log.pem')).mode & 0o777).toBe(0o600);

    await signer!.close();
    await log.did({ type: 'case.read' });
    await start();
    await signedUpTo(2);
  });

  it('is alone with its memory', async () => {
    await start();
    await expect(startSigner(settings(), systemClock, silent)).rejects.toThrow('is in use');
  });

  it('is not ready, and signs nothing, when the log does not continue what it signed', async () => {
    await start();
    await log.did(...Array.from({ length: 5 }, () => ({ type: 'case.read' })));
    await signedUpTo(5);
    await signer!.close();

    const restored = await aLog();
    await start({ SIGNER_DATABASE_URL: restored.database.urlAs('signer') });
    await restored.did({ type: 'case.read' });
    await eventually('that it says so', async () => !(await isReady()));
    expect(await published(restored)).toEqual([]);
    expect((await fetch(`${signer!.url}/livez`)).status).toBe(200);
    await signer!.close();
    signer = undefined;
    await restored.close();
  });

  it('lives on, and is not ready, while the database is away', async () => {
    await start({ SIGNER_DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
    expect(await isReady()).toBe(false);
    expect((await fetch(`${signer!.url}/livez`)).status).toBe(200);
  });

  it.each(['PORT', 'SIGNER_DATABASE_URL', 'LOG_ORIGIN', 'SIGNER_KEY_FILES', 'STATE_FOLDER'])(
    'names what is missing: %s',
    (name) => {
      expect(() => settings({ [name]: name === 'PORT' ? 'http' : '' })).toThrow(name);
    },
  );
});

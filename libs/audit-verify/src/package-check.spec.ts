import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatProof, inclusionProof, nodeCrypto, toHex } from '@rujukan/tlog';
import { parseCommand } from './arguments.js';
import { aFolder, anEntry, aTrust, build, tileReader, wellSigned, type BuiltLog } from './fixtures/a-log.js';
import { Progress } from './progress.js';
import { run } from './run.js';

const trust = aTrust();
const sha256 = (text: string | Buffer) => toHex(nodeCrypto.sha256(Buffer.from(text)));
const chosen = [3, 5, 8];

async function receipt(log: BuiltLog, index: number): Promise<string> {
  const at = { index: BigInt(index), size: BigInt(log.entries.length) };
  const hashes = await inclusionProof(nodeCrypto.sha256, at, tileReader(log));
  return formatProof({
    index: at.index,
    hashes,
    checkpoint: wellSigned(log, trust),
    extra: log.entries[index]!,
  });
}

/** A package of three entries, as the audit service makes one. */
async function aPackage() {
  const folder = aFolder();
  const entries = Array.from({ length: 10 }, (_, at) => anEntry(at));
  const proofs = await Promise.all(chosen.map((seq) => receipt(build(entries), seq)));
  const lines = chosen.map((seq) => `{"seq":${seq},"entry":${entries[seq]!.toString()}}\n`).join('');
  const files: Record<string, string> = { 'entries.ndjson': lines, policy: trust.text };
  chosen.forEach((seq, at) => (files[`proofs/${seq}.tlog-proof`] = proofs[at]!));
  for (const [name, content] of Object.entries(files)) folder.write(name, content);
  const hashes = Object.entries(files).map(([name, content]) => [name, sha256(content)] as const);
  const manifest = JSON.stringify({ files: Object.fromEntries(hashes) });
  folder.write('manifest.json', manifest);
  const facts = { manifest: sha256(manifest) };
  const made = anEntry(10, { type: 'export.make', entity: [{ type: 'export', id: 'e', facts }] });
  folder.write('manifest.tlog-proof', await receipt(build([...entries, made]), 10));
  return folder;
}

async function check(path: string) {
  const said: string[] = [];
  const clock = { now: () => new Date(0), wall: () => new Date(0) };
  const command = parseCommand(['package', '--policy', join(path, 'policy'), path, '--lang', 'en']);
  const code = await run(command!, {
    clock,
    say: (line) => said.push(line),
    progress: new Progress(clock, { write: () => undefined }),
    pause: async () => false,
  });
  return { code, said };
}

describe('an evidence package', () => {
  let folder: Awaited<ReturnType<typeof aPackage>>;
  beforeEach(async () => {
    folder = await aPackage();
  });
  afterEach(() => folder.remove());

  const change = (name: string, to: (text: string) => string) =>
    writeFileSync(join(folder.path, name), to(folder.read(name)));

  it('is sound as it was made, and says how many entries it proves', async () => {
    const { code, said } = await check(folder.path);
    expect({ code, last: said.at(-1) }).toEqual({ code: 0, last: 'OK' });
    expect(said).toContain('entries: 3');
  });

  it.each<[string, string, (text: string) => string, string]>([
    [
      'a word that people read',
      'entries.ndjson',
      (text) => text.replace('handoff', 'handofg'),
      'entries.ndjson 3',
    ],
    [
      'an entry in its proof',
      'proofs/5.tlog-proof',
      (text) => text.replace('extra e', 'extra f'),
      'not-included',
    ],
    ['the policy that comes along', 'policy', (text) => `${text}\n`, 'policy'],
    ['the manifest', 'manifest.json', (text) => text.replace('"files"', '"filet"'), 'manifest.json'],
  ])('is not sound once %s is another', async (_, name, to, where) => {
    change(name, to);
    const { code, said } = await check(folder.path);
    expect(code).toBe(1);
    expect(said.join('\n')).toContain(where);
  });

  it('is not sound when a proof is put under another number, or one is added', async () => {
    folder.write('proofs/9.tlog-proof', readFileSync(join(folder.path, 'proofs/3.tlog-proof')));
    const { code, said } = await check(folder.path);
    expect({ code, first: said[0] }).toMatchObject({
      code: 1,
      first: expect.stringContaining('proofs/9.tlog-proof'),
    });
  });

  it('is not sound when a line was added that nothing proves', async () => {
    appendFileSync(join(folder.path, 'entries.ndjson'), '{"seq":9,"entry":{}}\n');
    expect(await check(folder.path)).toMatchObject({ code: 1 });
  });

  it('cannot be told of while a file of it is missing', async () => {
    rmSync(join(folder.path, 'proofs/3.tlog-proof'));
    rmSync(join(folder.path, 'entries.ndjson'));
    const { code, said } = await check(folder.path);
    expect(code).toBe(2);
    expect(said.filter((line) => line.includes('file-missing'))).toHaveLength(2);
    rmSync(join(folder.path, 'manifest.json'));
    expect(await check(folder.path)).toMatchObject({ code: 2 });
  });
});

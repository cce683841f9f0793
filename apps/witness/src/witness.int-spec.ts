import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeCrypto, openNote, parseNote, parseVerifierKey } from '@rujukan/tlog';
import { aLog } from './fixtures/a-log.js';
import { aHome } from './fixtures/a-process.js';

interface Step {
  readonly body: string;
  readonly specStatus: number;
  readonly assert: string;
  readonly value: string;
}

const { log, witnessName, steps, race } = JSON.parse(
  readFileSync(
    fileURLToPath(new URL('../../../test/contract/vectors/witness-transcript.json', import.meta.url)),
    'utf8',
  ),
) as {
  readonly log: { readonly origin: string; readonly vkey: string };
  readonly witnessName: string;
  readonly steps: readonly Step[];
  readonly race: { readonly requestA: string; readonly requestB: string };
};

const hashOf = (origin: string): string => createHash('sha256').update(origin).digest('hex');
const checkpointIn = (body: string): string => body.slice(body.indexOf('\n\n') + 2);

/** Whether the key signed the checkpoint of a request, by the lines that the witness answered. */
function isCosigned(vkey: string, body: string, answer: string): boolean {
  const key = parseVerifierKey(nodeCrypto.sha256, vkey);
  const note = parseNote(checkpointIn(body) + answer);
  return key.ok && note !== null && openNote(nodeCrypto, note, [key.value]).ok;
}

type Home = ReturnType<typeof aHome>;
type Process = Awaited<ReturnType<Home['start']>>;

let home: Home;
let witness: Process;

const begin = async (logs: readonly string[], name?: string): Promise<void> => {
  home = aHome(logs, name);
  witness = await home.start();
};
afterEach(async () => {
  await witness.stop('SIGKILL');
  home.remove();
});

describe('the published transcript, over HTTP to the process itself', () => {
  it('is answered step by step as the specification says', async () => {
    await begin([log.vkey], witnessName);
    for (const { body, specStatus, assert, value } of steps) {
      const answer = await witness.add(body);
      expect(answer.status).toBe(specStatus);
      if (assert === '==')
        expect(answer).toEqual({ status: 409, contentType: 'text/x.tlog.size', body: value });
      if (specStatus !== 200) continue;
      expect(answer.body.startsWith(value)).toBe(true);
      expect(isCosigned(witness.key, body, answer.body)).toBe(true);
    }
    expect(steps).toHaveLength(9);
  });

  it('shows the last checkpoint to whoever asks, with both signatures', async () => {
    await begin([log.vkey], witnessName);
    const path = `/${hashOf(log.origin)}/checkpoint`;
    expect((await witness.get(path)).status).toBe(404);
    const answer = await witness.add(steps[0]!.body);
    expect(await witness.get(path)).toEqual({
      status: 200,
      contentType: 'text/plain; charset=utf-8',
      body: checkpointIn(steps[0]!.body) + answer.body,
    });
  });

  it('lets the later and greater of two requests win, whichever comes first', async () => {
    await begin([log.vkey], witnessName);
    await witness.add(steps[0]!.body);
    const [one, two] = await Promise.all([witness.add(race.requestA), witness.add(race.requestB)]);
    expect([one.status, two.status].sort()).toEqual([200, 409]);
    const reached = one.status === 200 ? '3\n' : '5\n';
    expect(one.status === 200 ? two.body : one.body).toBe(reached);
  });
});

describe('a witness', () => {
  const ours = aLog('rujukan.example/log', 600);

  it('cosigns one of many checkpoints that come at once, and tells the others how far it is', async () => {
    await begin([ours.vkey]);
    expect((await witness.add(await ours.request(0n, 5n))).status).toBe(200);
    const bodies = await Promise.all(Array.from({ length: 40 }, (_, at) => ours.request(5n, BigInt(6 + at))));
    const answers = await Promise.all(bodies.map((body) => witness.add(body)));
    const winner = answers.findIndex(({ status }) => status === 200);
    const losers = answers.filter((_, at) => at !== winner);
    expect(losers).toHaveLength(39);
    expect(new Set(losers.map(({ status, body }) => `${status} ${body}`))).toEqual(
      new Set([`409 ${6 + winner}\n`]),
    );
  });

  it('never goes back after a kill in the middle of its work', async () => {
    await begin([ours.vkey]);
    let cosigned = 0n;
    for (let kill = 0; kill < 5; kill += 1) {
      const stopped = witness.stop.bind(witness, 'SIGKILL');
      const last = cosigned + 30n;
      for (let size = cosigned + 1n; size <= last; size += 1n) {
        const answer = witness.add(await ours.request(size - 1n, size));
        if (size === last) await stopped();
        const { status } = await answer.catch(() => ({ status: 0 }));
        if (status === 200) cosigned = size;
        if (status === 0) break;
      }
      witness = await home.start();
      const kept = await witness.add(await ours.request(cosigned + 50n, cosigned + 60n));
      expect(kept.status).toBe(409);
      const size = BigInt(kept.body.trim());
      // What it answered with 200 is kept; what it kept and could not answer any more may be there too.
      expect(size === cosigned || size === cosigned + 1n).toBe(true);
      cosigned = size;
    }
    expect(cosigned).toBeGreaterThan(140n);
  });

  it('cosigns the same head again, and no other head of that size', async () => {
    await begin([ours.vkey]);
    await witness.add(await ours.request(0n, 5n));
    expect((await witness.add(await ours.request(5n, 5n))).status).toBe(200);
    expect((await witness.add((await ours.request(5n, 5n)).replace('old 5', 'old 6'))).status).toBe(400);
  });

  it('knows a log by each of its keys, and no other', async () => {
    const [before, after] = [aLog('turning.example/log', 9), aLog('turning.example/log', 9)];
    await begin([before.vkey, after.vkey]);
    expect((await witness.add(await before.request(0n, 4n))).status).toBe(200);
    expect((await witness.add(await after.request(4n, 9n))).status).toBe(200);
    expect((await witness.add(await aLog('turning.example/log', 9).request(9n, 9n))).status).toBe(403);
    expect((await witness.add(await ours.request(0n, 4n))).status).toBe(404);
  });

  it('reads no more than a request can have, and answers nothing else', async () => {
    await begin([ours.vkey]);
    expect((await witness.add(Buffer.alloc(129 * 1024, 'a'))).status).toBe(413);
    expect((await witness.add('old 0\n')).status).toBe(400);
    expect((await witness.get('/add-checkpoint')).status).toBe(405);
    expect((await witness.get('/')).status).toBe(404);
    expect(await witness.get('/livez')).toMatchObject({ status: 200 });
    expect(await witness.get('/readyz')).toMatchObject({
      status: 200,
      body: '{"ready":true,"checks":{"memory":"up"}}',
    });
  });

  it('cosigns nothing when its memory was changed under it, and says that it is not well', async () => {
    await begin([ours.vkey]);
    await witness.add(await ours.request(0n, 5n));
    const file = join(
      home.state,
      readdirSync(home.state).find((name) => name.endsWith('.head'))!,
    );
    const old = readFileSync(file);
    await witness.add(await ours.request(5n, 6n));
    writeFileSync(file, old);
    expect(await witness.add(await ours.request(6n, 7n))).toMatchObject({
      status: 500,
      body: 'internal error\n',
    });
    expect((await witness.get('/readyz')).status).toBe(503);
  });
});

describe('the start of a witness', () => {
  const ours = aLog('rujukan.example/log', 20);
  const why = ({ lines }: Process): string => lines.at(-1)?.reason ?? '';

  it('is refused while another one has its memory', async () => {
    await begin([ours.vkey]);
    const second = await home.start();
    expect(why(second)).toContain('is in use by the process');
    expect(await second.ended).toEqual([1, null]);
    expect((await witness.add(await ours.request(0n, 5n))).status).toBe(200);
  });

  it('is refused with a memory that is damaged, and with another’s key', async () => {
    await begin([ours.vkey]);
    await witness.add(await ours.request(0n, 5n));
    await witness.stop('SIGTERM');
    expect(why(await home.start({ KEY_FILE: join(home.folder, 'other.pem') }))).toContain(
      'no head that this key signed',
    );
    const file = join(
      home.state,
      readdirSync(home.state).find((name) => name.endsWith('.head'))!,
    );
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, -20));
    const refused = await home.start();
    expect(why(refused)).toContain('no head that this key signed');
    expect(await refused.ended).toEqual([1, null]);
  });

  it('is refused with a key that others can read', async () => {
    await begin([ours.vkey]);
    await witness.stop('SIGTERM');
    chmodSync(join(home.folder, 'witness.pem'), 0o644);
    expect(why(await home.start())).toContain('can be read by others');
  });

  it('is refused with settings that are missing or malformed, which are named', async () => {
    await begin([ours.vkey]);
    expect(why(await home.start({ WITNESS_NAME: 'two words', PORT: 'none' }))).toBe(
      'missing or malformed: PORT, WITNESS_NAME',
    );
    writeFileSync(join(home.folder, 'logs'), `${ours.vkey}x\n`);
    expect(why(await home.start())).toBe('LOGS_FILE, line 1: no verifier key of a log');
    writeFileSync(join(home.folder, 'logs'), '# nobody yet\n');
    expect(why(await home.start())).toBe('LOGS_FILE names no log');
  });
});

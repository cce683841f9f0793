import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HeadFolder } from '@rujukan/head-file';
import { parseCheckpoint, parseNote } from '@rujukan/tlog';
import { aLog } from '../fixtures/a-log.js';
import { GetCheckpoint } from './get-checkpoint.query.js';

const origin = 'rujukan.example/log';
const hash = createHash('sha256').update(origin).digest('hex');

it('the last checkpoint is found by the hash of its log’s name, and no other', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'heads-'));
  const heads = await HeadFolder.open(folder, () => true);
  const note = await aLog(origin, 9).checkpoint(4n);
  const { size, root } = parseCheckpoint(parseNote(note)!.text)!;
  await heads.advance(origin, 0n, { size, root, note });
  expect(new GetCheckpoint(heads).execute(hash)).toBe(note);
  expect(new GetCheckpoint(heads).execute(hash.replace(/^./, 'g'))).toBeNull();
  await heads.close();
  rmSync(folder, { recursive: true });
});

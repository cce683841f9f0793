import { noteSigner, cosigner, nodeCrypto } from '@rujukan/tlog';
import { build, headOf, origin } from '../../../libs/audit-verify/src/fixtures/a-log.js';
import { watch } from './verifiers.js';
import { entriesFrom, entryAt, hourOf, keyOf, publish, type HonestLog } from './honest-log.js';
import {
  forged,
  putEntries,
  putLog,
  putTile,
  putTiles,
  removeEntry,
  removeHeads,
  rewriteWith,
  swapped,
} from './rewriting.js';

/** One way to attack a log that is kept as files; honest witnesses and readers go on as they must. */
export type Move = (honest: HonestLog) => void | Promise<void>;

const edited = ({ log }: HonestLog): Buffer[] =>
  log.entries.map((entry, at) => (at === 301 ? forged(at) : entry));

/** Entry 301 is gone, those behind it moved up, and one that never came fills the size. */
const without = ({ log }: HonestLog): Buffer[] => [
  ...log.entries.filter((_, at) => at !== 301),
  entryAt(700),
];

/** A place in the broker instead of a source, because such numbers may have holes. */
const unnumbered = (at: number): Buffer => entryAt(at, { src: 'audit.entries/0', srcSeq: 9_000 });

const withOneMore = ({ log }: HonestLog): Buffer[] => log.entries.toSpliced(301, 0, unnumbered(301));

const reordered = ({ log }: HonestLog): Buffer[] =>
  log.entries.toSpliced(320, 20, ...log.entries.slice(320, 340).reverse());

/** What follows after somebody began anew at an old state: acts that were already told are not told again. */
const afterRestoring = ({ log }: HonestLog, more: number): Buffer[] => [
  ...log.entries.slice(0, 450),
  ...entriesFrom(700, 700 + more),
];

/** History from entry 301 on as a thief of the log's key would have it. */
const stolen = (honest: HonestLog) => build([...edited(honest), ...entriesFrom(700, 720)]);

const grown = ({ log }: HonestLog, ...more: readonly Buffer[]) => build([...log.entries, ...more]);

/** Another log grew on with its own witnesses' leave, and readers and the monitor saw it. */
async function readersSee(honest: HonestLog, log: ReturnType<typeof build>): Promise<void> {
  const head = await publish(honest, log);
  putLog(honest, log, head);
  honest.readers.write('kept', head);
  await watch(honest, hourOf(log.entries.length));
}

const twice = (at: number): Buffer => entryAt(at, { recorded: hourOf(at + 2) });

export const movesOnFiles: Readonly<Record<string, Readonly<Record<string, Move>>>> = {
  edit: {
    'the entry alone': (honest) => putEntries(honest, edited(honest)),
    'the entry and its tile': (honest) => {
      putEntries(honest, edited(honest));
      putTile(honest, build(edited(honest)), 'tile/0/001');
    },
    'the entry and every tile': (honest) => rewriteWith(honest, edited(honest)),
  },
  delete: {
    'the row alone': (honest) => removeEntry(honest, 301),
    'the others moved up': (honest) => putEntries(honest, without(honest)),
    'the others moved up, every tile anew': (honest) => rewriteWith(honest, without(honest)),
  },
  insert: {
    'the others moved down': (honest) => putEntries(honest, withOneMore(honest)),
    'the last one dropped, every tile anew': (honest) =>
      rewriteWith(honest, withOneMore(honest).slice(0, 700)),
  },
  swap: {
    'two entries': (honest) => putEntries(honest, swapped(honest.log.entries, 310, 330)),
    'two entries, every tile anew': (honest) => rewriteWith(honest, swapped(honest.log.entries, 310, 330)),
  },
  reorder: {
    'twenty entries': (honest) => putEntries(honest, reordered(honest)),
    'twenty entries, every tile anew': (honest) => rewriteWith(honest, reordered(honest)),
  },
  'cut tail': {
    'the newest fifty, the head left': (honest) => rewriteWith(honest, honest.log.entries.slice(0, 650)),
    'down to a head that was signed, which is put back': (honest) => {
      putLog(honest, build(honest.log.entries.slice(0, 450)), honest.heads.get(450)!);
      removeHeads(honest, 450);
    },
  },
  'restore an old backup': {
    'of the log; the signer remembers and signs nothing': (honest) => {
      putLog(honest, build(afterRestoring(honest, 200)), honest.heads.get(450)!);
      removeHeads(honest, 450);
    },
    'of the log and the signer; the witnesses remember': async (honest) => {
      const log = build(afterRestoring(honest, 280));
      putLog(honest, log, await publish(honest, log, hourOf(980)));
    },
  },
  'replace tile': {
    'one hash of a tile': (honest) => putTile(honest, build(edited(honest)), 'tile/0/001'),
    'the tile above': (honest) => putTile(honest, build(edited(honest)), 'tile/1/000.p/2'),
    'a tile and those above it': (honest) => putTiles(honest, build(edited(honest))),
  },
  'replace checkpoint': {
    'another root under the signatures that there are': (honest) => {
      const lines = honest.heads.get(700)!.split('\n');
      const root = headOf(build(edited(honest)), honest.trust.log).split('\n')[2]!;
      rewriteWith(honest, edited(honest));
      honest.folder.write('checkpoint', lines.with(2, root).join('\n'));
    },
    'signed with keys of one’s own in the same names': (honest) => {
      const log = build(edited(honest));
      const own = noteSigner(nodeCrypto, origin, keyOf('own log'));
      const witnesses = honest.trust.witnesses.map(({ key }) =>
        cosigner(nodeCrypto, key.name, keyOf(`own ${key.name}`), () => new Date(hourOf(700))),
      );
      putLog(honest, log, headOf(log, own, ...witnesses));
    },
    'the head of another log': (honest) => {
      const other = 'rujukan.example/other';
      const head = headOf(honest.log, noteSigner(nodeCrypto, other, keyOf('other log')));
      honest.folder.write('checkpoint', head.replace(`${origin}\n`, `${other}\n`));
    },
    'an older head': (honest) => void honest.folder.write('checkpoint', honest.heads.get(450)!),
    none: (honest) => honest.folder.remove('checkpoint'),
  },
  'second sequencer': {
    'in the same log': async (honest) => {
      const log = grown(honest, entryAt(700), entryAt(701), twice(700), twice(701));
      putLog(honest, log, await publish(honest, log));
    },
    'in a log of its own': async (honest) => {
      await readersSee(honest, grown(honest, entryAt(700), entryAt(701)));
      const [head, other] = [honest.readers.read('kept'), grown(honest, entryAt(701), entryAt(700))];
      putLog(honest, other, head);
    },
  },
  'forked signer': {
    'it signs another continuation': async (honest) => {
      await readersSee(honest, grown(honest, ...entriesFrom(700, 720)));
      const other = grown(honest, forged(700), ...entriesFrom(701, 730));
      putLog(honest, other, await publish(honest, other));
    },
    'each head goes to other witnesses': async (honest) => {
      const [one, ...others] = honest.witnesses;
      const shown = grown(honest, ...entriesFrom(700, 720));
      honest.readers.write('kept', await publish({ ...honest, witnesses: [one!] }, shown));
      const other = grown(honest, forged(700), ...entriesFrom(701, 720));
      putLog(honest, other, await publish({ ...honest, witnesses: others }, other));
    },
  },
  'stolen key with fork': {
    'the key of the log': async (honest) => {
      putLog(honest, stolen(honest), await publish(honest, stolen(honest)));
      removeHeads(honest, 450);
    },
    'the key of the log and of one witness': (honest) => {
      const { log, witnesses } = honest.trust;
      putLog(honest, stolen(honest), headOf(stolen(honest), log, witnesses[0]!));
      removeHeads(honest, 450);
    },
    'every key': (honest) => {
      const { log, witnesses } = honest.trust;
      putLog(honest, stolen(honest), headOf(stolen(honest), log, ...witnesses));
      removeHeads(honest, 450);
    },
  },
  'dropped partition': {
    'its entries': ({ folder }) => folder.remove('tile/entries/001'),
    'its entries and their tile': ({ folder }) => {
      folder.remove('tile/entries/001');
      folder.remove('tile/0/001');
    },
    'the others moved up, every tile anew': (honest) =>
      rewriteWith(honest, honest.log.entries.toSpliced(256, 256)),
  },
  'clock rolled back': {
    'of the sequencer, for one entry': async (honest) => {
      const log = grown(honest, entryAt(700, { recorded: hourOf(100) }), entryAt(701));
      putLog(honest, log, await publish(honest, log));
    },
    'of the sequencer, from an entry on': async (honest) => {
      const late = Array.from({ length: 20 }, (_, at) => entryAt(700 + at, { recorded: hourOf(100 + at) }));
      const log = grown(honest, ...late);
      putLog(honest, log, await publish(honest, log));
    },
    'of the witnesses': async (honest) => {
      const log = grown(honest, entryAt(700));
      putLog(honest, log, await publish(honest, log, hourOf(100)));
    },
  },
};

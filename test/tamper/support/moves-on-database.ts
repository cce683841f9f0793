import canonicalize from 'canonicalize';
import { emptyEdge, grow, leafHash, nodeCrypto } from '@rujukan/tlog';
import { saveTiles, type Queries } from '../../../apps/audit/src/storage/tree.store.js';

/** One way to attack the tables of the log, as a superuser. */
export type DatabaseMove = (database: Queries) => Promise<unknown>;

const { sha256 } = nodeCrypto;
const tables = ['audit_body', 'audit_entry'];
/** Farther than any test's log, in the same partition. */
const aside = 1_000_000;

/** Gives the entries from one number up to another other numbers; `to` is SQL in which `seq` is the old one. */
const renumber = (first: number, end: number, to: string) => async (database: Queries) => {
  for (const table of tables) {
    await database.query(`update ${table} set seq = seq + ${aside} where seq >= ${first} and seq < ${end}`);
    await database.query(
      `update ${table} set seq = ${to.replaceAll('seq', `(seq - ${aside})`)} where seq >= ${aside}`,
    );
  }
};

const remove = (condition: string) => async (database: Queries) => {
  for (const table of tables) await database.query(`delete from ${table} where ${condition}`);
};

/** Writes an entry anew, under another number if one is given. */
export const forge =
  (seq: number, to = seq, changes: Readonly<Record<string, unknown>> = { outcome: 'denied' }): DatabaseMove =>
  async (database) => {
    const [row] = await database.query<{ bytes: Buffer }[]>(
      `select bytes from audit_body where seq = ${seq}`,
    );
    const entry = { ...(JSON.parse(row!.bytes.toString('utf8')) as object), ...changes };
    const bytes = Buffer.from(canonicalize(entry)!);
    await database.query(
      `insert into audit_body (seq, bytes, event_hash) values (${to}, $1, sha256($1))
         on conflict (seq) do update set bytes = excluded.bytes`,
      [bytes],
    );
  };

/** Lays the whole tree anew over the entries that are there, as far as tiles and root go. */
export const rewriteTree: DatabaseMove = async (database) => {
  const bodies = await database.query<{ bytes: Buffer }[]>(
    'select bytes from audit_body order by audit_body.seq',
  );
  const leaves = bodies.map(({ bytes }) => leafHash(sha256, bytes));
  const { root, tiles } = grow(sha256, emptyEdge, leaves);
  await database.query('delete from log_tile');
  await saveTiles(database, tiles);
  await database.query('update log_state set size = $1, tree_size = $1, root = $2', [
    leaves.length,
    Buffer.from(root),
  ]);
};

const all =
  (...moves: readonly DatabaseMove[]): DatabaseMove =>
  async (database) => {
    for (const move of moves) await move(database);
  };

const sql =
  (statement: string): DatabaseMove =>
  (database) =>
    database.query(statement);

export const movesOnDatabase: Readonly<Record<string, Readonly<Record<string, DatabaseMove>>>> = {
  edit: {
    'update of a row': forge(301),
    'update of a row, tiles and root anew': all(forge(301), rewriteTree),
  },
  delete: {
    'delete of a row': remove('seq = 301'),
    'delete of a row, the others renumbered, tiles and root anew': all(
      remove('seq = 301'),
      renumber(302, 700, 'seq - 1'),
      forge(698, 699, { srcSeq: 351, src: 'referral' }),
      rewriteTree,
    ),
  },
  insert: {
    'insert of a row, the others renumbered': all(renumber(301, 700, 'seq + 1'), forge(300, 301)),
    'the same, tiles and root anew': all(renumber(301, 700, 'seq + 1'), forge(300, 301), rewriteTree),
  },
  swap: {
    'update of two numbers': renumber(310, 331, 'case seq when 310 then 330 when 330 then 310 else seq end'),
  },
  reorder: {
    'update of twenty numbers': renumber(320, 340, '659 - seq'),
  },
  'cut tail': {
    'delete of the newest rows': remove('seq >= 650'),
    'delete of the newest rows and heads, tiles and root anew': all(
      remove('seq >= 450'),
      sql('delete from log_checkpoint where size > 450'),
      rewriteTree,
    ),
  },
  'replace tile': {
    'update of a tile': sql(
      `update log_tile set hashes = substr(hashes, 1, 45 * 32) || sha256('x') || substr(hashes, 46 * 32 + 1)
         where level = 0 and idx = 1`,
    ),
  },
  'replace checkpoint': {
    'update of a head': sql(
      `update log_checkpoint set cosigned =
         regexp_replace(cosigned, '^([^\\n]+\\n[^\\n]+\\n)[^\\n]+', '\\1' || encode(sha256('x'), 'base64')) where size = 700`,
    ),
    'delete of the newest head': sql('delete from log_checkpoint where size = 700'),
  },
  'dropped partition': {
    'drop of a table': sql('drop table audit_body_000'),
    'delete of a range': remove('seq >= 256 and seq < 512'),
  },
};

import { DataSource } from 'typeorm';
import { assertFloor, dataSourceOptions } from '@rujukan/persistence';
import { aLog, type TestLog } from './fixtures/a-log.js';

jest.setTimeout(30_000);

const hash = (byte: number): string => `decode(repeat('${byte.toString(16).padStart(2, '0')}', 32), 'hex')`;

describe('the tree over the log', () => {
  let log: TestLog;
  let signer: DataSource;
  let roles: Record<'app' | 'worker' | 'signer' | 'owner', DataSource>;

  beforeAll(async () => {
    log = await aLog();
    const url = log.database.urlAs('signer');
    signer = await new DataSource(dataSourceOptions({ url, applicationName: 'test-signer' })).initialize();
    roles = { ...log.database, signer };
    await roles.worker.query(
      `insert into log_tile (level, idx, width, hashes) values (9, 0, 2, ${hash(1)} || ${hash(2)})`,
    );
    await roles.signer.query(
      `insert into log_checkpoint (size, note, created, confirmed) values (900, E'a\\n\\nb\\n', now(), now())`,
    );
  });
  afterAll(async () => {
    await signer.destroy();
    await log.close();
  });

  const widen = (to: string, width: number) =>
    roles.worker.query(`update log_tile set width = ${width}, hashes = ${to} where level = 9`);

  it('has tiles that only get wider', async () => {
    const three = `${hash(1)} || ${hash(2)} || ${hash(3)}`;
    for (const [to, width] of [
      [`${hash(1)} || ${hash(9)} || ${hash(3)}`, 3],
      [`${hash(1)} || ${hash(9)}`, 2],
      [hash(1), 1],
      [`${hash(1)} || ${hash(2)}`, 2],
    ] as const)
      await expect(widen(to, width)).rejects.toThrow('a tile only gets wider');
    await widen(three, 3);
    await expect(widen(three, 4)).rejects.toThrow('violates check constraint');
  });

  it.each(['worker', 'owner'] as const)('keeps what the %s would take away or move', async (role) => {
    await expect(roles[role].query('delete from log_tile')).rejects.toThrow(/permission|append only/);
    await expect(roles[role].query('truncate log_tile')).rejects.toThrow(/permission|append only/);
    await expect(roles[role].query('update log_tile set idx = 7')).rejects.toThrow(/permission|gets wider/);
    await expect(roles[role].query('delete from log_checkpoint')).rejects.toThrow(/permission|append only/);
    await expect(roles[role].query('truncate log_checkpoint')).rejects.toThrow(/permission|append only/);
    for (const change of [`note = 'other'`, 'size = 1', `created = 'epoch'`, `confirmed = 'epoch'`])
      await expect(roles[role].query(`update log_checkpoint set ${change}`)).rejects.toThrow(
        /permission|only confirmed and cosigned/,
      );
  });

  it('has checkpoints that are cosigned and confirmed, and keep their note', async () => {
    const cosign = (to: string) => roles.worker.query('update log_checkpoint set cosigned = $1', [to]);
    await expect(cosign('another note')).rejects.toThrow('only confirmed and cosigned');
    await cosign('a\n\nb\nwitness\n');
    await cosign('a\n\nb\nwitness again\n');
    await expect(roles.worker.query('update log_checkpoint set cosigned = null')).rejects.toThrow(
      'only confirmed and cosigned',
    );
    await roles.signer.query(`update log_checkpoint set confirmed = now() + interval '1 minute'`);
  });

  it('is all that the signer sees', async () => {
    expect(await signer.query('select tree_size::int, length(root) from log_state')).toEqual([
      { tree_size: 0, length: 32 },
    ]);
    for (const table of ['audit_entry', 'audit_body', 'audit_subject', 'audit_entity', 'outbox'])
      await expect(signer.query(`select * from ${table}`)).rejects.toThrow('permission denied');
    await expect(signer.query('update log_state set tree_size = 0')).rejects.toThrow('permission denied');
    await expect(signer.query('update log_tile set width = 1')).rejects.toThrow('permission denied');
    await expect(assertFloor(signer)).resolves.toBeUndefined();
  });

  it('is written by nobody else', async () => {
    await expect(roles.app.query('update log_tile set width = 1')).rejects.toThrow('permission denied');
    await expect(
      roles.worker.query(`insert into log_checkpoint values (1, 'x', null, now(), now())`),
    ).rejects.toThrow('permission denied');
  });
});

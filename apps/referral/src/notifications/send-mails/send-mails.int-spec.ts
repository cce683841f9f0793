import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { UnitOfWork } from '@rujukan/persistence';
import { publishedEntries, saturdayNight, testClock, type TestClock } from '@rujukan/testing';
import type { Notification } from '../../domain/notifications/notification.js';
import { RegisterDesk } from '../../directory/register-desk/register-desk.js';
import {
  aService,
  reasonOf,
  secondShelter,
  shelter,
  someoneOf,
  stranger,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';
import { addNotifications } from '../../storage/notification.store.js';
import { smtpMailer, type Mailer } from './mailer.js';
import { SendMails } from './send-mails.js';

interface Mail {
  readonly to: string;
  readonly raw: string;
}

/** A mail server of our own, which refuses what it is told to. */
async function aMailServer() {
  const mails: Mail[] = [];
  const refused = new Set<string>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _, callback) =>
      callback(refused.has(address) ? new Error('no such mailbox') : undefined),
    onData(stream, session, callback) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        mails.push({ to, raw: Buffer.concat(parts).toString('utf8') });
        callback();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refused,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

describe('mails to desks', () => {
  let service: TestService;
  let server: Awaited<ReturnType<typeof aMailServer>>;
  let mailer: Mailer;
  let clock: TestClock;

  beforeAll(async () => {
    [service, server] = await Promise.all([aService(), aMailServer()]);
    mailer = smtpMailer({ url: server.url, from: 'ruang-kerja@example.org' });
    await registers(shelter, 'meja@plat.example');
    await registers(secondShelter, 'meja@enggang.example');
  });
  afterAll(async () => {
    mailer.close();
    await server.close();
    await service.close();
  });
  beforeEach(async () => {
    clock = testClock();
    server.mails.length = 0;
    server.refused.clear();
    await service.database.owner.query(
      'alter table notification no force row level security; delete from notification; alter table notification force row level security',
    );
    await service.database.worker.query('update desk set failures = 0, retry_at = null');
  });

  const registers = async (agency: string, email: string, seen?: number) =>
    valueOf(await new RegisterDesk(service.uow).execute(someoneOf(agency), email, seen));
  const waits = (agencyId: string, kind: Notification['kind'], at = clock.now()) =>
    service.database.worker.transaction((tx) => addNotifications(tx, [{ agencyId, kind }], at));
  const attempt = (by: Mailer | null = mailer) =>
    new SendMails(new UnitOfWork(service.database.worker, 'referral', clock), by).execute();
  const send = async (by?: Mailer | null) => (await attempt(by)).sent;
  const texts = () =>
    server.mails.map(({ to, raw }) => [to, raw.split('\r\n\r\n').at(-1)?.replaceAll('=\r\n', '').trim()]);

  it('say once, in one mail, that there is something to see', async () => {
    await waits(shelter, 'new-task');
    await waits(shelter, 'new-task');
    await waits(shelter, 'task-moved');
    await waits(stranger, 'new-task');
    expect(await send()).toBe(1);
    expect(texts()).toEqual([
      [
        'meja@plat.example',
        'Ada 2 tugas baru di Ruang Kerja. Ada 1 perubahan di Ruang Kerja. Masuk untuk melihat.',
      ],
    ]);
    expect(await send()).toBe(0);
    expect(server.mails).toHaveLength(1);
    const written = (await publishedEntries(service.database.worker)).filter(
      ({ type }) => type === 'desk.write-to',
    );
    expect(written).toHaveLength(1);
    expect(JSON.stringify(written)).not.toContain('plat.example');
  });

  it('tell nothing of what it is, in any header either', async () => {
    await waits(shelter, 'capacity-alert');
    await send();
    const raw = server.mails[0]!.raw.toLowerCase();
    const telling = ['anak', 'korban', 'kasus', 'rujukan', 'ppa', 'polisi', 'demo', shelter, 'x-mailer'];
    expect(telling.filter((word) => raw.includes(word))).toEqual([]);
    expect(raw).toContain('subject: ruang kerja');
    expect(raw).toContain('auto-submitted: auto-generated');
  });

  it('reach the others when one mailbox refuses, and are tried again there, later and later', async () => {
    server.refused.add('meja@plat.example');
    await waits(shelter, 'new-task');
    await waits(secondShelter, 'new-task');
    expect(await attempt()).toEqual({ sent: 1, failures: ['EENVELOPE'] });
    expect(server.mails.map(({ to }) => to)).toEqual(['meja@enggang.example']);
    server.refused.clear();
    expect(await send()).toBe(0);
    clock.advance(15_000);
    expect(await send()).toBe(1);
    expect(server.mails.at(-1)?.to).toBe('meja@plat.example');
  });

  it('wait while the mail server is away', async () => {
    const nowhere = smtpMailer({ url: 'smtp://127.0.0.1:1', from: 'ruang-kerja@example.org' });
    await waits(shelter, 'new-task');
    expect(await attempt(nowhere)).toEqual({ sent: 0, failures: ['ESOCKET'] });
    clock.advance(15_000);
    expect(await send()).toBe(1);
  });

  it('are no news any more after a day', async () => {
    await waits(shelter, 'new-task', new Date(saturdayNight.getTime() - 86_400_001));
    expect(await send()).toBe(0);
  });

  it('are not sent where no mail server is set', async () => {
    await waits(shelter, 'new-task');
    expect(await send(null)).toBe(0);
    expect(await send()).toBe(1);
  });

  it('go where the agency says, which it alone sees', async () => {
    const desk = new RegisterDesk(service.uow);
    const first = await registers(uptd, 'meja@uptd.example');
    expect(first).toMatchObject({ version: 1 });
    expect(reasonOf(await desk.execute(someoneOf(uptd), 'lain@uptd.example', undefined))).toBe(
      'precondition-required',
    );
    expect(await registers(uptd, 'lain@uptd.example', 1)).toMatchObject({ version: 2 });
    expect(await service.seenBy(shelter, 'select email from desk')).toEqual([{ email: 'meja@plat.example' }]);
    expect(JSON.stringify(await service.trail(uptd))).not.toContain('example');
  });
});

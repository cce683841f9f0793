import { randomUUID } from 'node:crypto';
import { done, type Outcome } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { publishedEntries, saturdayNight } from '@rujukan/testing';
import { recordBreach } from '../../domain/breach.js';
import { receive } from '../../domain/data-subject-request.js';
import { insertBreach } from '../../storage/breach.store.js';
import { insertRequest } from '../../storage/data-subject-request.store.js';
import { aRegister, dpoOf, type Register } from '../../storage/fixtures/a-register.js';
import { AnswerRequest } from '../../requests/answer-request/answer-request.js';
import { TellOverdue } from './tell-overdue.js';

const own = '0195718e-5a00-7000-8000-0000000000a1';
const caseId = '0195718e-5a00-7000-8000-0000000000c1';
const after = (hours: number) => new Date(saturdayNight.getTime() + hours * 3_600_000);

let register: Register;

beforeEach(async () => {
  register = await aRegister();
});
afterEach(() => register.close());

const made = () => ({ id: randomUUID(), agencyId: own, now: saturdayNight });
const within = <T>(outcome: Outcome<T, never> | Outcome<T, 'known-in-the-future'>): T => {
  if (!outcome.ok) throw new Error('refused');
  return outcome.value;
};

async function aBreach(): Promise<string> {
  const facts = {
    cause: 'lost-device',
    knownAt: saturdayNight,
    dataClasses: ['identity'],
    persons: 1,
    caseIds: [caseId],
    agencyIds: [],
  } as const;
  const breach = within(recordBreach(facts, made()));
  const words = { description: 'Berkas tertinggal', handling: 'Berkas diambil kembali', by: 'dpo' };
  await register.uow.command(dpoOf(own), async (tx) => {
    await insertBreach(tx, register.sealer, breach, words);
    return done(breach.id);
  });
  return breach.id;
}

async function aRequest(): Promise<string> {
  const facts = {
    caseId,
    kind: 'access',
    requester: 'child',
    guardian: 'unknown',
    identityCheck: 'known-in-person',
    receivedAt: saturdayNight,
  } as const;
  const request = within(receive(facts, made()));
  await register.uow.command(dpoOf(own), async (tx) => {
    await insertRequest(tx, register.sealer, request, { by: 'dpo', words: 'Saya ingin melihat catatan' });
    return done(request.id);
  });
  return request.id;
}

/** A worker that has just started looks. */
const look = (now: Date) => {
  const clock = { now: () => now, wall: () => now };
  return new TellOverdue(new UnitOfWork(register.database.worker, 'audit', clock), clock).execute();
};
const told = async () =>
  (await publishedEntries(register.database.owner)).filter(({ type }) => type === 'register.overdue');

describe('a duty of the registers whose time is over', () => {
  it('is told once, with when it was due and whose it is, whoever looks again', async () => {
    const ids = [await aBreach(), await aRequest()];
    expect(await look(after(72))).toBe(0);
    expect(await look(after(72.01))).toBe(2);
    expect(await look(after(73))).toBe(0);
    const facts = { due: after(72).toISOString(), agency: own };
    expect(await told()).toMatchObject([
      { subject: [caseId], entity: [{ type: 'breach', id: ids[0], facts }] },
      { subject: [caseId], entity: [{ type: 'data-subject-request', id: ids[1], facts }] },
    ]);
  });

  it('is not told where it was done', async () => {
    const id = await aRequest();
    const answer = { answer: 'granted', words: 'Salinan diserahkan langsung' } as const;
    const answered = await new AnswerRequest(register.uow, register.sealer).execute(
      dpoOf(own, { now: after(2) }),
      id,
      1,
      answer,
    );
    expect(answered).toMatchObject({ ok: true });
    expect(await look(after(100))).toBe(0);
    expect(await told()).toEqual([]);
  });
});

import { QueryFailedError } from 'typeorm';
import { z } from 'zod';
import { createLogger, type LoggerOptions } from './logger.js';
import { NestLogger } from './nest-logger.js';

/** A logger and what it wrote. */
function recorded(options: LoggerOptions = {}) {
  const written: string[] = [];
  const logger = createLogger('referral', {
    level: 'trace',
    ...options,
    destination: { write: (line: string) => void written.push(line) },
  });
  const lines = () => written.map((line) => JSON.parse(line) as Record<string, unknown>);
  return { logger, text: () => written.join(''), lines };
}

const child = {
  id: '0190f5e0-0000-7000-8000-000000000001',
  name: 'Bunga Contoh',
  nik: '3171234567890001',
  phone: '+62 812 0000 0001',
  story: 'Korban bercerita bahwa',
  guardian: { name: 'Ibu Contoh' },
};
const secrets = [child.name, child.nik, child.phone, child.story, child.guardian.name];

const expectNoSecret = (text: string) => {
  for (const secret of secrets) expect(text).not.toContain(secret);
};

describe('a log line', () => {
  it('is one line of JSON with the service, the level and the time', () => {
    const { logger, lines, text } = recorded();
    logger.info({ requestId: 'r1', status: 200, ms: 1.5 }, 'answered\nwith a break');
    expect(text().trimEnd().split('\n')).toHaveLength(1);
    expect(lines()[0]).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
      service: 'referral',
      requestId: 'r1',
      status: 200,
      ms: 1.5,
      msg: 'answered\nwith a break',
    });
  });

  it('shows the type of a field that is not on the list, and nothing of it', () => {
    const { logger, lines, text } = recorded();
    logger.info({ child, name: child.name, nik: child.nik, id: child }, 'case opened');
    expectNoSecret(text());
    expect(lines()[0]).toMatchObject({ child: 'Object', name: 'string', nik: 'string', id: 'Object' });
  });

  it('takes the fields that a service adds to the list', () => {
    const { logger, lines } = recorded({ fields: ['handoff'] });
    logger.info({ handoff: 'R-1' }, 'accepted');
    expect(lines()[0]).toMatchObject({ handoff: 'R-1' });
  });

  it('does not format arguments into the message', () => {
    const { logger, text } = recorded();
    const write: (...args: unknown[]) => void = Reflect.get(logger, 'info').bind(logger);
    write('opened %s %o', child.name, child);
    write({ requestId: 'r' }, 'opened %s', child.name);
    expectNoSecret(text());
  });

  it('cuts what is too long', () => {
    const { logger, lines } = recorded();
    logger.info({ reason: 'x'.repeat(5_000) }, 'long');
    expect(lines()[0]?.['reason']).toHaveLength(200);
  });
});

describe('an error in the log', () => {
  const databaseError = () => {
    const driver = Object.assign(
      new Error(`Key (nik)=(${child.nik}) already exists.\n    at ${child.name}`),
      {
        code: '23505',
        constraint: 'child_nik_key',
        detail: `Key (nik)=(${child.nik}) already exists.`,
        routine: '_bt_check_unique',
      },
    );
    return new QueryFailedError(
      `insert into child values ('${child.name}')`,
      [child.nik, child.story],
      driver,
    );
  };

  it('of the database keeps its code, rule and stack, and loses its message', () => {
    const { logger, lines, text } = recorded();
    logger.error({ err: databaseError() }, 'failed');
    logger.error(databaseError());
    logger.error(new Error('wrapped', { cause: databaseError() }), 'failed again');
    expectNoSecret(text());
    expect(lines()[0]?.['err']).toMatchObject({
      name: 'QueryFailedError',
      code: '23505',
      constraint: 'child_nik_key',
    });
    expect((lines()[0]?.['err'] as { stack: string }).stack).toContain('logger.spec.ts');
    expect(lines()[2]?.['err']).toMatchObject({
      name: 'Error',
      message: 'wrapped',
      cause: { name: 'QueryFailedError', code: '23505' },
    });
  });

  it('of a parser loses its message', () => {
    const { logger, text } = recorded();
    for (const parse of [
      () => JSON.parse(`{"name": ${child.name}}`) as unknown,
      () => z.strictObject({ a: z.string() }).parse({ [child.name]: child.nik }),
    ])
      try {
        parse();
      } catch (error) {
        logger.error({ err: error }, 'failed');
      }
    expectNoSecret(text());
    expect(text().trimEnd().split('\n')).toHaveLength(2);
  });

  it('of ours keeps its message', () => {
    const { logger, lines } = recorded();
    logger.error(new TypeError('x is not a function'));
    expect(lines()[0]).toMatchObject({
      msg: 'TypeError',
      err: { name: 'TypeError', message: 'x is not a function' },
    });
  });

  it('that is no error shows its type', () => {
    const { logger, lines, text } = recorded();
    logger.error({ err: child.story }, 'failed');
    logger.error({ err: { story: child.story } }, 'failed');
    expectNoSecret(text());
    expect(lines().map((line) => line['err'])).toEqual([{ name: 'string' }, { name: 'Object' }]);
  });
});

describe('Nest', () => {
  it('writes its messages and components, and nothing of objects and stacks', () => {
    const { logger, lines, text } = recorded();
    const nest = new NestLogger(logger);
    nest.log('Starting application', 'NestFactory');
    nest.error(`Unable to connect\n${child.name}`, child.story, 'TypeOrmModule');
    nest.warn(child, 'Somewhere');
    nest.error(new Error('broken'), 'Somewhere');
    expectNoSecret(text());
    expect(lines().map(({ level, component, msg }) => [level, component, msg])).toEqual([
      ['debug', 'NestFactory', 'Starting application'],
      ['error', 'TypeOrmModule', 'Unable to connect'],
      ['warn', 'Somewhere', 'Object'],
      ['error', 'Somewhere', 'Error'],
    ]);
  });
});

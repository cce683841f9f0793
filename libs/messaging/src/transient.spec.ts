import { isTransient } from './transient.js';

const withCode = (code: string) => Object.assign(new Error('x'), { code });

describe('an error that is worth another try', () => {
  it.each(['08006', '53300', '57P01', '40001', '40P01', '55P03', '57014', 'ECONNREFUSED'])(
    'is %s',
    (code) => {
      expect(isTransient(withCode(code))).toBe(true);
    },
  );

  it.each(['23505', '23514', '42P01', '22001', 'ERR_ASSERTION'])('is not %s', (code) => {
    expect(isTransient(withCode(code))).toBe(false);
  });

  it('may be hidden in another', () => {
    expect(isTransient(new Error('query failed', { cause: withCode('57P01') }))).toBe(true);
    expect(isTransient(Object.assign(new Error('x'), { driverError: withCode('08006') }))).toBe(true);
  });

  it('is a plan that a migration has made old, and no other thing that PostgreSQL cannot do', () => {
    const refused = (routine: string) => Object.assign(withCode('0A000'), { routine });
    expect(isTransient(refused('RevalidateCachedQuery'))).toBe(true);
    expect(isTransient(refused('transformInsertStmt'))).toBe(false);
  });

  it('is none that is no error', () => {
    expect(isTransient('57P01')).toBe(false);
    expect(isTransient(undefined)).toBe(false);
  });
});

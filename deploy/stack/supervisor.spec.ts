import { backOff, Supervisor } from './supervisor.mjs';

/** A program that ends when told, as `launch` would give it. */
function aProgram(pid: number) {
  let end: (why: string) => void = () => undefined;
  let why: string | undefined;
  const ended = new Promise<string>((resolve) => {
    end = (reason) => {
      why = reason;
      resolve(reason);
    };
  });
  const stop = async () => {
    end('signal SIGTERM');
  };
  const program = { name: 'program', command: 'true', args: [] };
  return { end, running: { program, pid, log: 'program.log', ended, endedWith: () => why, stop } };
}

describe('a supervisor', () => {
  let said: jest.SpyInstance;
  beforeEach(() => {
    jest.useFakeTimers();
    said = jest.spyOn(console, 'log').mockReturnValue();
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('starts again what ended unasked, and says so', async () => {
    const [first, second] = [aProgram(11), aProgram(12)];
    const starts = [first.running, second.running];
    const supervisor = new Supervisor();
    await supervisor.keep('intake', () => Promise.resolve(starts.shift()!));
    first.end('signal SIGKILL');
    await jest.advanceTimersByTimeAsync(backOff(1));
    expect(supervisor.list()).toMatchObject([{ name: 'intake', pid: 12, state: 'up' }]);
    expect(said.mock.calls.flat().join()).toContain('intake ended (signal SIGKILL)');
  });

  it('leaves alone what was stopped on purpose', async () => {
    const program = aProgram(11);
    const start = jest.fn(() => Promise.resolve(program.running));
    const supervisor = new Supervisor();
    await supervisor.keep('intake', start);
    await supervisor.stop('intake');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(start).toHaveBeenCalledTimes(1);
    expect(supervisor.list()).toMatchObject([{ state: 'down' }]);
  });

  it('stops the programs before what they stand on', async () => {
    const order: string[] = [];
    const supervisor = new Supervisor();
    for (const name of ['postgres', 'kafka', 'intake']) {
      const { running } = aProgram(11);
      const stop = () => running.stop().then(() => void order.push(name));
      await supervisor.keep(name, () => Promise.resolve({ ...running, stop }));
    }
    await supervisor.stopAll([['kafka'], ['postgres']]);
    expect(order).toEqual(['intake', 'kafka', 'postgres']);
  });

  it('waits longer after each crash in a row, up to a limit', () => {
    expect([1, 2, 3, 4].map(backOff)).toEqual([500, 1_000, 2_000, 4_000]);
    expect(backOff(40)).toBe(15_000);
  });
});

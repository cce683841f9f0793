import { createServer, type AddressInfo } from 'node:net';
import { javaMajor } from './java.mjs';
import { birthOf } from './own-processes.mjs';
import { freePorts, isFree } from './ports.mjs';
import { isNodeRecentEnough } from './prerequisites.mjs';
import { defaultPorts, refuseTakenPorts } from './stack-ports.mjs';
import { isReachable } from './unprivileged.mjs';

describe('what the machine must have', () => {
  it.each([
    ['18.20.4', false],
    ['20.18.1', false],
    ['20.19.0', true],
    ['21.7.0', false],
    ['22.11.0', false],
    ['22.12.0', true],
    ['24.1.0', true],
  ])('Node %s is enough: %s', (version, expected) => expect(isNodeRecentEnough(version)).toBe(expected));

  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['java version "1.8.0_401"', 1],
    ['command not found', 0],
  ])('%s is Java %d', (output, major) => expect(javaMajor(output)).toBe(major));
});

describe('ports', () => {
  it('are different and free', async () => {
    const ports = await freePorts(20);
    expect(new Set(ports).size).toBe(20);
    expect(await Promise.all(ports.map(isFree))).not.toContain(false);
  });

  it('move together, so that two stacks fit on one machine', () => {
    expect(defaultPorts('0')['portal']).toBe(26_100);
    expect(defaultPorts('1000')['portal']).toBe(27_100);
    expect(() => defaultPorts('soon')).toThrow('whole number');
  });

  it('that are taken are named, with what they were wanted for', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      await expect(refuseTakenPorts({ intake: port })).rejects.toThrow(`${port} (for intake) is used by`);
    } finally {
      server.close();
    }
  });
});

describe('the user that runs the database', () => {
  const tree = (privateFolder: string) => (path: string) => ({
    mode: path === privateFolder ? 0o700 : 0o755,
    uid: 0,
  });

  it('walks into folders that are open', () => {
    expect(isReachable('/srv/rujukan/.run', 65_534, tree('/root'))).toBe(true);
  });

  it('does not get below a private home', () => {
    expect(isReachable('/root/rujukan/.run', 65_534, tree('/root'))).toBe(false);
  });
});

describe('the birth of a process', () => {
  it('stays the same while it lives', () => expect(birthOf(process.pid)).toBe(birthOf(process.pid)));

  it('is unknown when there is no such process', () => expect(birthOf(2 ** 22 + 1)).toBeUndefined());
});

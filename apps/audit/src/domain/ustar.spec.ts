import { spawnSync } from 'node:child_process';
import { tarEnd, tarHeader, tarPadding } from './ustar.js';

const modified = new Date('2026-03-07T20:05:00.000Z');
const file = (name: string, content: string) => [
  tarHeader(name, content.length, modified),
  Buffer.from(content),
  tarPadding(content.length),
];

describe('a tar archive', () => {
  it.each([0, 1, 511, 512, 513])('with a file of %d bytes is read by the tar of the machine', (size) => {
    const content = 'x'.repeat(size);
    const archive = Buffer.concat([
      ...file('proofs/7.tlog-proof', content),
      ...file('last', 'end'),
      tarEnd(),
    ]);
    const tar = (...args: string[]) => spawnSync('tar', args, { input: archive, encoding: 'utf8' });
    expect(tar('-tf', '-').stdout).toBe('proofs/7.tlog-proof\nlast\n');
    expect(tar('-xOf', '-', 'proofs/7.tlog-proof').stdout).toBe(content);
    expect(tar('-xOf', '-', 'last')).toMatchObject({ stdout: 'end', stderr: '', status: 0 });
  });

  it('has no place for a name that is too long or leads elsewhere by a blank', () => {
    expect(() => tarHeader('n'.repeat(101), 1, modified)).toThrow(RangeError);
    expect(() => tarHeader('a b', 1, modified)).toThrow(RangeError);
  });
});

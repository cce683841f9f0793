import { run } from './gates/program.js';

describe('the repository', () => {
  it('holds no file, export or dependency that nothing uses', () => {
    expect(run('npx', 'knip', '--no-progress', '--no-config-hints').trim()).toBe('');
  });
});

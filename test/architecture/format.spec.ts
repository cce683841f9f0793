import { run } from './gates/program.js';

describe('every file', () => {
  it('is laid out by prettier (npm run format)', () => {
    expect(
      run('npx', 'prettier', '--list-different', '--cache', '--cache-strategy', 'content', '.').trim(),
    ).toBe('');
  });
});

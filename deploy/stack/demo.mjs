// @ts-check
import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './paths.mjs';
import { plainEnvironment } from './processes.mjs';
import { say, warn } from './terminal.mjs';

const loader = join(repository, 'deploy', 'demo', 'load.mjs');

/**
 * Fills an empty stack with the demo stories, once.
 * @param {import('./paths.mjs').Layout} layout
 * @returns {Promise<boolean>} false when the demo is not whole
 */
export async function loadDemo(layout) {
  if (existsSync(layout.demo)) return true;
  say('loading the demo through the public APIs');
  const code = await new Promise((resolve) => {
    const child = spawn(process.execPath, [loader, layout.stack], {
      cwd: repository,
      env: plainEnvironment(),
      stdio: 'inherit',
    });
    child.once('error', () => resolve(1));
    child.once('close', resolve);
  });
  if (code === 0) writeFileSync(layout.demo, JSON.stringify({ loadedAt: new Date().toISOString() }));
  else warn('the demo was not loaded; the next start tries again');
  return code === 0;
}

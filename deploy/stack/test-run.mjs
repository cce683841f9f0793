// @ts-check
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bareServers } from './bare-servers.mjs';
import { discard } from './discard.mjs';
import { loadDemo } from './demo.mjs';
import { nx, programOf } from './install.mjs';
import { stopOnSignal } from './interruption.mjs';
import { runningLauncher, stopOrphans } from './orphans.mjs';
import { layoutOf, repository } from './paths.mjs';
import { prepare } from './prepare.mjs';
import { createStack } from './stack.mjs';
import { explain, say } from './terminal.mjs';

/**
 * @typedef {{ passed: number, failed: number, problems: string[], layout: import('./paths.mjs').Layout | undefined }} Result
 *   problems: what went wrong beside tests, one line each
 */

/** Quick ones two at a time, on bare servers: their consumers would disturb those of a running stack. */
const pieces = ['--selectProjects', 'unit', 'integration', 'contract', 'architecture', 'tamper', '-w', '2'];

/** Those that watch the whole, one after the other; then those that take processes away from it. */
const stories = ['--selectProjects', 'e2e', '-i'];
const faults = ['--selectProjects', 'resilience', '-i'];

/** @returns {Promise<Result>} */
export async function runTests() {
  await removeEarlierRuns();
  const root = `.run/test-${process.pid}`;
  const layout = layoutOf(root);
  mkdirSync(layout.logs, { recursive: true });
  const servers = bareServers(layoutOf(`${root}-servers`));
  const stack = createStack({ root, ports: 'free', edition: 'test', build: async () => {} });
  const stopAll = async () => void (await Promise.all([servers.stop(), stack.stop()]));
  stopOnSignal(stopAll, 130);
  await prepare({ isThrowAway: true });
  /** @type {Result} */
  const result = { passed: 0, failed: 0, problems: [], layout };
  try {
    await attempt(result, 'build', () => nx(['build'], layout));
    if (result.problems.length > 0) return result;
    say('built');
    await attempt(result, 'lint and types', () => checkCode(layout.logs));
    await attempt(result, 'tests of the pieces', () => testPieces(servers, layout, result));
    await attempt(result, 'tests of the whole', () => testWhole(stack, layout, result));
  } finally {
    await stopAll();
    discard(layoutOf(`${root}-servers`));
    say('everything is stopped');
  }
  return result;
}

/**
 * @param {ReturnType<typeof bareServers>} servers @param {import('./paths.mjs').Layout} layout @param {Result} result
 */
async function testPieces(servers, layout, result) {
  const { postgresUrl, brokers } = await servers.start();
  const env = { TEST_POSTGRES_URL: postgresUrl, TEST_KAFKA_BROKERS: brokers };
  await runJest(pieces, { file: join(layout.root, 'jest-1.json'), env }, result);
  await servers.stop();
}

/**
 * @param {import('./stack.mjs').Stack} stack @param {import('./paths.mjs').Layout} layout @param {Result} result
 */
async function testWhole(stack, layout, result) {
  const { description } = await stack.start();
  say('the test stack is ready');
  if (!(await loadDemo(layout))) throw new Error('the demo stories could not be replayed');
  const env = {
    TEST_POSTGRES_URL: description.postgres.url,
    TEST_KAFKA_BROKERS: description.brokers,
    TEST_STACK: layout.stack,
  };
  await runJest(stories, { file: join(layout.root, 'jest-2.json'), env }, result);
  await runJest(faults, { file: join(layout.root, 'jest-3.json'), env }, result);
}

/** @param {Result} result @param {string} what @param {() => Promise<unknown>} work */
async function attempt(result, what, work) {
  try {
    await work();
  } catch (error) {
    explain(error);
    result.problems.push(`${what} failed`);
  }
}

/** @param {string} logs */
async function checkCode(logs) {
  const output = await nx(['lint', 'typecheck'], { logs });
  // Without a project graph the boundary rule passes everything and only says so.
  if (/rule will be skipped/i.test(output)) throw new Error('the module-boundary lint rule was skipped');
  say('lint and types are good');
}

/**
 * @param {string[]} args @param {{ file: string, env: Record<string, string> }} run `file` takes what jest counted
 * @param {Result} result
 */
async function runJest(args, { file, env }, result) {
  const began = performance.now();
  const code = await new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['--no-warnings', programOf('jest'), ...args, '--json', `--outputFile=${file}`],
      {
        cwd: repository,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, ...env, KAFKAJS_NO_PARTITIONER_WARNING: '1' },
      },
    );
    process.once('exit', () => child.kill());
    child.once('error', () => resolve(1));
    child.once('close', resolve);
  });
  say(`jest took ${Math.round((performance.now() - began) / 1_000)} s`);
  const counted = count(file);
  result.passed += counted.passed;
  result.failed += counted.failed;
  if (code !== 0 && counted.failed === 0) result.problems.push(`jest ended with code ${code}`);
}

/** A file that cannot be loaded has no tests to count and is a failure all the same. @param {string} file */
export function count(file) {
  if (!existsSync(file)) return { passed: 0, failed: 0 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
}

/** Runs that failed keep their logs until the next; runs that were killed may have left processes. */
async function removeEarlierRuns() {
  const folder = join(repository, '.run');
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith('test-'))) {
    const layout = layoutOf(join('.run', name));
    if (runningLauncher(layout) !== undefined) continue;
    await stopOrphans(layout);
    discard(layout);
  }
}

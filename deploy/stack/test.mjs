// @ts-check
// `npm test`: lint, types, then all tests, on a throw-away stack of its own beside a running one.
import { discard } from './discard.mjs';
import { isInterrupted } from './interruption.mjs';
import { runTests } from './test-run.mjs';
import { explain, say } from './terminal.mjs';

/** @type {import('./test-run.mjs').Result} */
let result = { passed: 0, failed: 0, problems: ['the tests did not run'], layout: undefined };
try {
  result = await runTests();
} catch (error) {
  if (!isInterrupted()) explain(error);
}

const isGood = result.failed === 0 && result.problems.length === 0;
if (isGood && result.layout) discard(result.layout);
if (!isGood && result.layout) say(`logs: ${result.layout.logs}`);
for (const problem of result.problems) console.error(`not good: ${problem}`);
process.exitCode = isGood ? 0 : 1;
// A gate that fails counts as one, so that nobody reads "0 failed" above a failed run.
console.log(`${result.passed} passed, ${result.failed + result.problems.length} failed`);

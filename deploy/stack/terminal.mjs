// @ts-check
import { readFileSync } from 'node:fs';

const began = performance.now();
const colours = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (/** @type {number} */ code, /** @type {string} */ text) =>
  colours ? `\u001b[${code}m${text}\u001b[0m` : text;

/** Seconds since the launcher began, one decimal. */
export const secondsSinceStart = () => ((performance.now() - began) / 1000).toFixed(1);

/** One line of progress. @param {string} text */
export const say = (text) => console.log(`${paint(90, `${secondsSinceStart().padStart(6)}s`)}  ${text}`);

/** One line that a person must not miss. @param {string} text */
export const warn = (text) =>
  console.log(`${paint(90, `${secondsSinceStart().padStart(6)}s`)}  ${paint(33, '!')} ${text}`);

/** A failure that a person can act on: the launcher prints its message without a stack trace and ends with 1. */
export class Halt extends Error {}

/**
 * The last lines of a log, indented for the terminal.
 * @param {string} file @param {number} [lines]
 */
export function tail(file, lines = 25) {
  try {
    const text = readFileSync(file, 'utf8').trimEnd();
    return text
      .split('\n')
      .slice(-lines)
      .map((line) => `    ${line.slice(0, 400)}`)
      .join('\n');
  } catch {
    return '    (no log)';
  }
}

/** Prints why the launcher stops. @param {unknown} error */
export function explain(error) {
  console.error('');
  if (error instanceof Halt) console.error(error.message);
  else console.error(error instanceof Error ? error.stack : error);
}

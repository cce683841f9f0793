import { isUtf8 } from 'node:buffer';
import { invalid } from './problem.js';
import type { FieldErrorCode } from './field-texts.js';

const maxDepth = 32;
const maxNumberLength = 40;
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Parses a JSON body strictly: UTF-8, no name twice, no name that reaches into prototypes, at most 32 levels.
 *
 * @throws Problem 400
 */
export function parseJsonBody(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  if (!isUtf8(body)) throw malformed('malformed-json');
  const text = body.toString('utf8');
  scan(text);
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the body.
    throw malformed('malformed-json');
  }
}

const malformed = (code: FieldErrorCode) => invalid([{ in: 'body', pointer: '', code }]);

/** Names of the object that is open at each level; null for an array. */
type Level = Set<string> | null;

function scan(text: string): void {
  const levels: Level[] = [];
  let index = 0;
  while (index < text.length) {
    const character = text[index]!;
    if (character === '"') index = string(text, index, levels);
    else if (character === '{' || character === '[') index = open(character, index, levels);
    else if (character === '}' || character === ']') {
      levels.pop();
      index++;
    } else index = plain(text, index);
  }
}

function open(character: '{' | '[', index: number, levels: Level[]): number {
  if (levels.push(character === '{' ? new Set() : null) > maxDepth) throw malformed('too-deep');
  return index + 1;
}

/** Passes over a string; where a colon follows, it is a name. */
function string(text: string, start: number, levels: readonly Level[]): number {
  let end = start + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  end++;
  let after = end;
  while (isSpace(text[after])) after++;
  if (text[after] === ':') checkName(text.slice(start, end), levels.at(-1));
  return end;
}

function checkName(quoted: string, names: Level | undefined): void {
  const name = quoted.includes('\\') ? unquote(quoted) : quoted.slice(1, -1);
  if (forbiddenKeys.has(name)) throw malformed('forbidden-key');
  if (names?.has(name) === true) throw malformed('duplicate-key');
  names?.add(name);
}

function unquote(quoted: string): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    // The parser's own message quotes the body.
    throw malformed('malformed-json');
  }
}

/** Passes over numbers, words, commas and space; a number that nobody needs is refused. */
function plain(text: string, start: number): number {
  let end = start;
  while (end < text.length && /[\w.+-]/.test(text[end]!)) end++;
  if (end - start > maxNumberLength) throw malformed('malformed-json');
  return Math.max(end, start + 1);
}

const isSpace = (character: string | undefined): boolean =>
  character === ' ' || character === '\n' || character === '\r' || character === '\t';

import { parseArgs } from 'node:util';
import type { Language } from './words.js';

/** What somebody asked for. */
export interface Command {
  readonly name: 'proof' | 'consistency' | 'fsck' | 'monitor' | 'package';
  readonly paths: readonly string[];
  readonly policy: string;
  readonly language: Language;
  readonly isJson: boolean;
  /** A signed head that was kept from before. */
  readonly known?: string;
  readonly tiles?: string;
  readonly proof?: string;
  readonly state?: string;
  readonly isOnce: boolean;
  /** In milliseconds. */
  readonly every: number;
  readonly stall: number;
  readonly grace: number;
}

const options = {
  policy: { type: 'string' },
  proof: { type: 'string' },
  tiles: { type: 'string' },
  known: { type: 'string' },
  state: { type: 'string' },
  lang: { type: 'string', default: 'id' },
  json: { type: 'boolean', default: false },
  once: { type: 'boolean', default: false },
  every: { type: 'string', default: '10' },
  stall: { type: 'string', default: '120' },
  grace: { type: 'string', default: '60' },
  help: { type: 'boolean', default: false },
} as const;

export const usage = `audit-verify proof --policy FILE --proof FILE [ENTRY]
audit-verify consistency --policy FILE --tiles FOLDER CHECKPOINT CHECKPOINT
audit-verify fsck --policy FILE [--known CHECKPOINT] [--grace SECONDS] FOLDER
audit-verify monitor --policy FILE --state FILE [--once] [--every SECONDS] [--stall SECONDS] [--grace SECONDS] FOLDER
audit-verify package --policy FILE FOLDER

--lang id|en   --json
0: utuh / ok   1: diubah / tampered   2: tidak dapat dipastikan / cannot tell`;

/** How many paths each command takes, at least and at most, and which options it cannot do without. */
const needs = {
  proof: { paths: [0, 1], options: ['policy', 'proof'] },
  consistency: { paths: [2, 2], options: ['policy', 'tiles'] },
  fsck: { paths: [1, 1], options: ['policy'] },
  monitor: { paths: [1, 1], options: ['policy', 'state'] },
  package: { paths: [1, 1], options: ['policy'] },
} as const;

/** Reads the command line. @returns null when it is not one of {@link usage}, or asks for help. */
export function parseCommand(argv: readonly string[]): Command | null {
  const parsed = parse(argv);
  const [name = '', ...paths] = parsed?.positionals ?? [];
  if (!parsed || !isName(name) || !isWhole(name, paths, parsed.values)) return null;
  const { policy = '', lang, json, once, every, stall, grace, proof, tiles, known, state } = parsed.values;
  return {
    ...{ name, paths, policy },
    language: lang === 'en' ? 'en' : 'id',
    isJson: json,
    isOnce: once,
    every: milliseconds(every),
    stall: milliseconds(stall),
    grace: milliseconds(grace),
    ...given({ proof, tiles, known, state }),
  };
}

type Values = NonNullable<ReturnType<typeof parse>>['values'];

const isWhole = (name: Command['name'], paths: readonly string[], values: Values): boolean =>
  paths.length >= needs[name].paths[0] &&
  paths.length <= needs[name].paths[1] &&
  needs[name].options.every((each) => values[each]) &&
  [values.every, values.stall, values.grace].every((seconds) => /^[0-9]{1,7}$/.test(seconds)) &&
  ['id', 'en'].includes(values.lang) &&
  !values.help;

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch {
    // An option that there is not, or one without its value: the caller shows the usage.
    return null;
  }
}

const isName = (name: string): name is Command['name'] => Object.hasOwn(needs, name);

const milliseconds = (seconds: string): number => Number(seconds) * 1_000;

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

const given = <T extends Record<string, string | undefined>>(values: T): Given<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<T>;

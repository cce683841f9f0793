import { readFileSync } from 'node:fs';
import type { Found } from './verifiers.js';

/** One attack as docs/audit-attacks.md tells it, and as the suite must find it. */
export interface Attack {
  readonly attack: string;
  readonly is: string;
  readonly who: string;
  /** On the log as files. */
  readonly moves: readonly ToldMove[];
  /** With SQL, by a superuser. */
  readonly database?: readonly ToldMove[];
}

interface ToldMove {
  readonly move: string;
  /** What each verifier that finds something says, and how it ends. */
  readonly found: Readonly<Record<string, Found>>;
}

/** The one list of attacks; docs/audit-attacks.md is written from it. */
export const attacks = JSON.parse(
  readFileSync(new URL('../attacks.json', import.meta.url), 'utf8'),
) as readonly Attack[];

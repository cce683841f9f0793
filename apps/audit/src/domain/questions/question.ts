import type { ChainCheck } from '../chain.js';
import type { Agencies } from '../words/agency-words.js';
import type { Said } from '../words/said.js';
import type { LogEntry } from '../log-entry.js';

/** One finding, in words, with the entries that it rests on so that it can be checked. */
export interface Finding {
  /** How it came out, as a code. */
  readonly verdict: string;
  readonly says: Said;
  /** Sequence numbers of the entries, ascending. */
  readonly seqs: readonly number[];
  readonly case?: string;
  readonly agency?: string;
  readonly at?: string;
  /** Names of the fields, or of the groups of fields, that were seen. */
  readonly fields?: readonly string[];
}

export interface Answer {
  readonly says: Said;
  readonly findings: readonly Finding[];
}

/** What a question is answered from: entries, and nothing but entries. */
export interface Evidence {
  /** The entries that the question is about, oldest first. */
  readonly leads: readonly LogEntry[];
  /** Leads and whatever was found by following them, each once, oldest first. */
  readonly all: readonly LogEntry[];
  readonly agencies: Agencies;
  readonly now: Date;
  /** Only for a question that {@link Question.checksChain}. */
  readonly chain?: ChainCheck;
}

/** Where to look next: entries that name these records, and entries about these children. */
export interface Trace {
  readonly records?: readonly string[];
  readonly cases?: readonly string[];
}

export interface Question {
  readonly name: string;
  readonly asks: Said;
  /** Whether it is about one case, which must then be named. */
  readonly needsCase: boolean;
  /** Whether it compares what is stored with the tree over the log. */
  readonly checksChain?: boolean;
  /** Kinds of act that it is about; none for all of them. */
  readonly leads: readonly string[];
  /** Followed one after the other, each from everything found so far. */
  readonly traces: readonly ((found: readonly LogEntry[]) => Trace)[];
  answer(evidence: Evidence): Answer;
}

/** Sequence numbers of entries, ascending and each once. */
export const seqsOf = (...entries: readonly (LogEntry | undefined)[]): number[] =>
  [...new Set(entries.flatMap((entry) => (entry ? [entry.seq] : [])))].sort((a, b) => a - b);

/** Ids of the records of one type that entries name. */
export const idsOf = (entries: readonly LogEntry[], type: string): string[] => [
  ...new Set(entries.flatMap(({ entity }) => entity.filter((one) => one.type === type).map(({ id }) => id))),
];

export const casesOf = (entries: readonly LogEntry[]): string[] => [
  ...new Set(entries.flatMap(({ subject }) => subject)),
];

export const isDone = ({ outcome }: LogEntry): boolean => outcome === 'success';

/** The findings that came out so. */
export const countOf = (findings: readonly Finding[], ...verdicts: readonly string[]): number =>
  findings.filter(({ verdict }) => verdicts.includes(verdict)).length;

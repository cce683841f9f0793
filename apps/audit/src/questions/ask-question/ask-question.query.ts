import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { namesOf, type Criteria } from '../../domain/criteria.js';
import type { LogEntry } from '../../domain/log-entry.js';
import type { Answer, Question } from '../../domain/questions/question.js';
import { questions } from '../../domain/questions/questions.js';
import { ofPart } from '../../domain/questions/of-part.js';
import { chainOf } from '../../storage/chain.js';
import { findEntries, followEntries, isInLog, mostFollowed, type Slice } from '../../storage/find-entries.js';
import { findAgencies } from '../../storage/known-agency.store.js';

export interface Answered extends Answer {
  readonly question: Question;
  /** False where the answer rests on less than everything: a page of many, or more to follow than one answer may. */
  readonly isComplete: boolean;
  /** Where the older leads begin; absent on the last page. */
  readonly before?: number;
}

/** Answers one of the questions that auditors ask, from entries alone, and leaves an entry about the question. */
@Injectable()
export class AskQuestion {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    context: RequestContext,
    name: string,
    criteria: Pick<Criteria, 'case' | 'from' | 'to'>,
    slice: Slice,
  ): Promise<Outcome<Answered, 'not-found' | 'invalid-request' | 'case-not-in-log'>> {
    return this.unitOfWork.read(context, async (tx, act) => {
      const question = questions.find((one) => one.name === name);
      act.trail.touched('audit-question', question?.name ?? 'unknown', { fields: namesOf(criteria) });
      if (criteria.case !== undefined) act.trail.about(criteria.case);
      if (!question) return refuse('not-found');
      const asked = await mayBeAsked(tx, question, criteria);
      if (!asked.ok) return asked;
      const { leads, ...answered } = await answerOf(tx, question, { criteria, slice, now: context.now });
      act.trail.listed(
        'audit-entry',
        leads.slice(0, mostNamed).map(({ id }) => id),
      );
      act.trail.resultCount = leads.length;
      return done({ ...answered, question });
    });
  }
}

async function mayBeAsked(
  tx: EntityManager,
  question: Question,
  { case: caseId }: Pick<Criteria, 'case'>,
): Promise<Outcome<true, 'invalid-request' | 'case-not-in-log'>> {
  if (caseId === undefined) return question.needsCase ? refuse('invalid-request', caseMissing) : done(true);
  return (await isInLog(tx, caseId)) ? done(true) : refuse('case-not-in-log');
}

interface Asked {
  readonly criteria: Criteria;
  readonly slice: Slice;
  readonly now: Date;
}

async function answerOf(tx: EntityManager, question: Question, { criteria, slice, now }: Asked) {
  const { leads, before } = await leadsOf(tx, question, criteria, slice);
  const { all, isWhole } = await followed(tx, question, leads);
  const chain = question.checksChain === true ? await chainOf(tx, seqsOf(leads)) : undefined;
  const agencies = await findAgencies(tx);
  const { says, findings } = question.answer({ leads, all, agencies, now, ...(chain ? { chain } : {}) });
  const isPart = before !== undefined || slice.before !== undefined;
  return {
    leads,
    findings,
    says: isPart ? ofPart(says, leads, before !== undefined) : says,
    isComplete: isWhole && !isPart,
    ...(before === undefined ? {} : { before }),
  };
}

/** A chain is checked over all that is written of a case, not page by page: one bad entry on page four must be told at once. */
const mostChecked = 1_000;

/** As many ids as an entry about the question has room for. */
const mostNamed = 100;

const caseMissing = { errors: [{ in: 'query', pointer: '/case', code: 'required' }] };

async function leadsOf(tx: EntityManager, question: Question, criteria: Criteria, slice: Slice) {
  const types = question.leads.length === 0 ? {} : { types: question.leads };
  const reach = question.checksChain === true ? { ...slice, limit: mostChecked } : slice;
  const { items, before } = await findEntries(tx, { ...criteria, ...types }, reach);
  return { leads: [...items].reverse(), before };
}

/** Follows the leads step by step, each from everything found so far. */
async function followed(tx: EntityManager, question: Question, leads: readonly LogEntry[]) {
  const all = new Map(leads.map((entry) => [entry.seq, entry]));
  let isWhole = true;
  for (const trace of question.traces) {
    const found = await followEntries(tx, trace([...all.values()]));
    if (found.length === mostFollowed) isWhole = false;
    for (const entry of found) all.set(entry.seq, entry);
  }
  return { all: [...all.values()].sort((one, other) => one.seq - other.seq), isWhole };
}

const seqsOf = (entries: readonly LogEntry[]): number[] => entries.map(({ seq }) => seq);

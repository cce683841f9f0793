import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { namesOf, type Criteria } from '../../domain/criteria.js';
import type { LogEntry } from '../../domain/log-entry.js';
import type { Answer, Question } from '../../domain/questions/question.js';
import { questions } from '../../domain/questions/questions.js';
import { chainOf } from '../../storage/chain.js';
import { findEntries, followEntries, mostFollowed, type Slice } from '../../storage/find-entries.js';
import { findAgencies } from '../../storage/known-agency.store.js';

export interface Answered extends Answer {
  readonly question: Question;
  /** False where more entries would have to be followed than one answer may; then less than everything was seen. */
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
  ): Promise<Outcome<Answered, 'not-found' | 'invalid-request'>> {
    return this.unitOfWork.read(context, async (tx, act) => {
      const question = questions.find((one) => one.name === name);
      act.trail.touched('audit-question', question?.name ?? 'unknown', { fields: namesOf(criteria) });
      if (criteria.case !== undefined) act.trail.about(criteria.case);
      if (!question) return refuse('not-found');
      if (question.needsCase && criteria.case === undefined) return refuse('invalid-request', caseMissing);

      const { leads, before } = await leadsOf(tx, question, criteria, slice);
      const { all, isComplete } = await followed(tx, question, leads);
      const chain = question.checksChain === true ? await chainOf(tx, seqsOf(leads)) : undefined;
      const agencies = await findAgencies(tx);
      const answer = question.answer({ leads, all, agencies, now: context.now, ...(chain ? { chain } : {}) });
      act.trail.listed(
        'audit-entry',
        leads.map(({ id }) => id),
      );
      return done({ ...answer, question, isComplete, ...(before === undefined ? {} : { before }) });
    });
  }
}

const caseMissing = { errors: [{ in: 'query', pointer: '/case', code: 'required' }] };

async function leadsOf(tx: EntityManager, question: Question, criteria: Criteria, slice: Slice) {
  const types = question.leads.length === 0 ? {} : { types: question.leads };
  const { items, before } = await findEntries(tx, { ...criteria, ...types }, slice);
  return { leads: [...items].reverse(), before };
}

/** Follows the leads step by step, each from everything found so far. */
async function followed(tx: EntityManager, question: Question, leads: readonly LogEntry[]) {
  const all = new Map(leads.map((entry) => [entry.seq, entry]));
  let isComplete = true;
  for (const trace of question.traces) {
    const found = await followEntries(tx, trace([...all.values()]));
    if (found.length === mostFollowed) isComplete = false;
    for (const entry of found) all.set(entry.seq, entry);
  }
  return { all: [...all.values()].sort((one, other) => one.seq - other.seq), isComplete };
}

const seqsOf = (entries: readonly LogEntry[]): number[] => entries.map(({ seq }) => seq);

import { deadlineOf, startClock, type Move } from '@rujukan/clocks';
import { articleOf, type CodeOf, type withdrawalAnswer } from '@rujukan/contracts';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import type { LawfulBasis } from '../handoffs/handoff.js';
import type { AgencyId, CaseId, ConsentId, NoticeId } from '../ids.js';

/** A holder is asked what it does with its copy after consent was withdrawn. */
export interface Notice {
  readonly id: NoticeId;
  readonly consentId: ConsentId;
  readonly caseId: CaseId;
  /** The holder. */
  readonly agencyId: AgencyId;
  readonly version: number;
  readonly sentAt: Date;
  readonly dueAt: Date;
  readonly answered?: Answer & { readonly at: Date };
}

export type AnsweredNotice = Notice & Required<Pick<Notice, 'answered'>>;

export interface Answer {
  readonly answer: CodeOf<typeof withdrawalAnswer>;
  /** On what it is kept, where it is. */
  readonly basis?: LawfulBasis;
}

export type AnswerRefusal =
  'withdrawal-already-answered' | 'basis-missing' | 'basis-article-missing' | 'basis-article-unknown';

const answering = 'consent-withdrawal-answer';

export const notify = (
  birth: Pick<Notice, 'id' | 'consentId' | 'caseId' | 'agencyId'>,
  now: Date,
): Notice => ({ ...birth, version: 1, sentAt: now, dueAt: answerDueAt(now) });

export const answerDueAt = (now: Date): Date => deadlineOf(answering, now);

/** Sealed, erased, or kept on a basis that is not the consent that is gone. Also late: an answer is owed until it comes. */
export function answer(notice: Notice, given: Answer, now: Date): Outcome<AnsweredNotice, AnswerRefusal> {
  if (notice.answered) return refuse('withdrawal-already-answered');
  const refusal = given.answer === 'retained-on-other-basis' ? whyNotKept(given.basis, now) : undefined;
  if (refusal) return refuse(refusal);
  return done({ ...notice, version: notice.version + 1, answered: { ...given, at: now } });
}

function whyNotKept(basis: LawfulBasis | undefined, now: Date): AnswerRefusal | undefined {
  if (!basis || basis.code === 'consent') return 'basis-missing';
  if (basis.article === undefined) return 'basis-article-missing';
  return articleOf(basis.code, basis.article, now.toISOString().slice(0, 10))
    ? undefined
    : 'basis-article-unknown';
}

export const isLate = ({ dueAt }: Notice, at: Date): boolean => at > dueAt;

/** The holder's time to answer, for which the custodian waits. */
export const clockOf = (notice: Notice, custodian: AgencyId, newId: () => string): Move =>
  startClock(
    {
      id: newId(),
      definition: answering,
      caseId: notice.caseId,
      agencyId: notice.agencyId,
      awaitedBy: custodian,
      subject: notice.id,
    },
    notice.sentAt,
  );

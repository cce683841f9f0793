import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { callApi } from '../app/call-api.js';
import type { Language } from '../app/language/texts.js';

/** A question that the audit service answers by name, in the language that it was asked for in. */
export interface Question {
  readonly name: string;
  readonly asks: string;
  readonly parameters: readonly { readonly name: 'case' | 'from' | 'to'; readonly isRequired: boolean }[];
}

/** One finding in a sentence, with the entries that it rests on. */
export interface Finding {
  readonly text: string;
  /** Sequence numbers in the log, ascending. */
  readonly entries: readonly number[];
  /** How it came out, as a code. */
  readonly verdict?: string;
}

export interface Answer {
  /** The whole in a sentence; lists have none. */
  readonly answer?: string;
  readonly findings: readonly Finding[];
  /** False where more entries would have to be followed than one answer may. */
  readonly isComplete: boolean;
  /** What was looked for, where rules say it. */
  readonly rules?: readonly string[];
  readonly next?: string;
}

/** What a question is about. Ids and instants: an address must not tell a passer-by anything. */
export interface Criteria {
  readonly case?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** What an auditor asks most, beside the questions that have a name at the service. */
export const views = {
  kejadian: {
    path: ({ case: id }: Criteria) => `cases/${id}/timeline`,
    takes: ['case'],
    needs: ['case'],
    printedAs: 'timeline',
    show: 'events',
  },
  linimasa: {
    path: ({ case: id }: Criteria) => `cases/${id}/timeline`,
    takes: ['case'],
    needs: ['case'],
    printedAs: 'timeline',
    show: 'everything',
  },
  'pembukaan-data': {
    path: ({ case: id }: Criteria) => `cases/${id}/disclosures`,
    takes: ['case'],
    needs: ['case'],
    printedAs: 'disclosures',
    show: undefined,
  },
  'akses-tak-biasa': {
    path: () => 'unusual-access',
    takes: ['from', 'to'],
    needs: ['from', 'to'],
    printedAs: 'unusual-access',
    show: undefined,
  },
} as const satisfies Record<
  string,
  {
    path: (criteria: Criteria) => string;
    takes: readonly (keyof Criteria)[];
    needs: readonly (keyof Criteria)[];
    /** What the service calls it when it goes on paper. */
    printedAs: string;
    /** A narrower look at the same. */
    show: string | undefined;
  }
>;

type ViewName = keyof typeof views;
export const isView = (name: string): name is ViewName => Object.hasOwn(views, name);

export const questionsQuery = (language: Language) =>
  queryOptions({
    queryKey: ['audit-questions', language],
    queryFn: ({ signal }) =>
      callApi<{ items: readonly Question[] }>('/api/audit/v1/audit/questions', { signal }),
    select: ({ items }) => items,
    // Asking for the list leaves an entry too, and the list changes with a release.
    staleTime: Infinity,
  });

interface Reply {
  readonly answer?: string;
  readonly findings?: readonly Finding[];
  readonly items?: readonly (Omit<Finding, 'entries'> & {
    readonly entries?: readonly number[];
    readonly entry?: number;
  })[];
  readonly rules?: readonly { readonly text: string }[];
  readonly isComplete?: boolean;
  readonly next?: string;
}

export const answerQuery = (name: string, criteria: Criteria, language: Language) =>
  infiniteQueryOptions({
    queryKey: ['audit-answer', name, criteria, language],
    queryFn: async ({ pageParam, signal }) =>
      answerOf(await callApi<Reply>(addressOf(name, criteria, pageParam), { signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    // Asking leaves an entry itself, so the page asks when the auditor does, and not by itself.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });

/** Says that an answer goes on paper; without that it does not. */
export const recordPrint = (name: string, { case: caseId }: Criteria): Promise<unknown> =>
  callApi('/api/audit/v1/audit/prints', {
    method: 'POST',
    body: { answer: isView(name) ? views[name].printedAs : name, ...(caseId ? { caseId } : {}) },
    idempotencyKey: crypto.randomUUID(),
  });

function addressOf(name: string, criteria: Criteria, cursor: string): string {
  const view = isView(name) ? views[name] : undefined;
  const taken: Criteria = view?.path(criteria).startsWith('cases/') ? {} : criteria;
  const asked: Readonly<Record<string, string | undefined>> = {
    ...taken,
    show: view?.show,
    cursor,
  };
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(asked)) if (value) search.set(key, value);
  const path = view ? view.path(criteria) : `questions/${name}`;
  return `/api/audit/v1/audit/${path}?${search}`;
}

/** Answers and lists have different names for the same; a page shows both alike. */
export const answerOf = ({
  answer,
  findings,
  items = [],
  rules,
  isComplete = true,
  next,
}: Reply): Answer => ({
  findings:
    findings ??
    items.map(({ entry, entries = entry === undefined ? [] : [entry], ...line }) => ({ ...line, entries })),
  isComplete,
  ...(answer === undefined ? {} : { answer }),
  ...(rules === undefined ? {} : { rules: rules.map(({ text }) => text) }),
  ...(next === undefined ? {} : { next }),
});

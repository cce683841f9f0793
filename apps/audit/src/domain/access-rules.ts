import { isWorkingDay } from '@rujukan/clocks';
import { grouped } from './grouped.js';
import type { LogEntry } from './log-entry.js';
import { openAt, relationsOf } from './relations.js';
import { sealedFieldsOf } from './sealed-fields.js';
import { actorWords, type Agencies } from './words/agency-words.js';
import { instantWords, said, type Said } from './words/said.js';

/** Something that an auditor should look at; it accuses nobody. */
export interface Hit {
  readonly rule: string;
  readonly ruleVersion: number;
  readonly actor: string;
  readonly agency?: string;
  readonly at: string;
  readonly says: Said;
  readonly seqs: readonly number[];
}

/** What rules are held against: acts of people on single records, and what opened and ended relations with the cases. */
export interface Watched {
  readonly acts: readonly LogEntry[];
  readonly relations: readonly LogEntry[];
  readonly agencies: Agencies;
}

export interface AccessRule {
  readonly code: string;
  readonly version: number;
  /** The day from which this version holds. */
  readonly from: string;
  readonly says: Said;
  hits(watched: Watched): Omit<Hit, 'rule' | 'ruleVersion'>[];
}

/** Kinds of act by which people look at one record or turn up what is about one. */
export const watchedTypes: readonly string[] = [
  'case.read',
  'case.read-timeline',
  'support.read',
  'support.read-timeline',
  'report.read',
  'handoff.read',
  'consent.read',
  'break-glass.start',
];

const limits = { cases: 20, casesWithin: 60, denials: 5, denialsWithin: 15, opens: 7, closes: 18 } as const;
const minute = 60_000;
const wib = 7 * 3_600_000;

/** Those who work at night as a matter of course. */
const roundTheClock: readonly string[] = ['police-wcpu', 'police-regional', 'hospital', 'child-shelter', 'hotline-national']; // prettier-ignore

const manyCases: AccessRule = {
  code: 'many-cases',
  version: 1,
  from: '2026-01-01',
  says: said(
    `Seseorang membuka ${limits.cases} kasus yang berbeda atau lebih dalam ${limits.casesWithin} menit.`,
    `Somebody opened ${limits.cases} different cases or more within ${limits.casesWithin} minutes.`,
  ),
  hits: ({ acts, agencies }) =>
    byActor(acts.filter(isRead)).flatMap((reads) =>
      bursts(reads, limits.casesWithin * minute, (burst) => casesIn(burst) >= limits.cases).map((burst) =>
        hitOf(agencies, burst, (who) =>
          said(
            `${who.id} membuka ${casesIn(burst)} kasus yang berbeda dalam ${limits.casesWithin} menit.`,
            `${who.en} opened ${casesIn(burst)} different cases within ${limits.casesWithin} minutes.`,
          ),
        ),
      ),
    ),
};

const outOfHours: AccessRule = {
  code: 'out-of-hours',
  version: 1,
  from: '2026-01-01',
  says: said(
    `Seseorang membuka data di luar hari kerja atau di luar pukul ${limits.opens}.00 sampai ${limits.closes}.00 WIB, pada instansi yang tidak bekerja sepanjang waktu.`,
    `Somebody opened data outside of working days or of ${limits.opens}:00 to ${limits.closes}:00 WIB, in an agency that does not work round the clock.`,
  ),
  hits: ({ acts, agencies }) =>
    byActor(
      acts.filter(
        (act) =>
          isRead(act) &&
          !roundTheClock.includes(agencies.get(act.actor.org ?? '')?.type ?? '') &&
          isOutOfHours(act.occurred),
      ),
    ).flatMap((reads) =>
      [...grouped(reads, ({ occurred }) => dayOf(occurred)).values()].map((day) =>
        hitOf(agencies, day, (who) => {
          const when = instantWords(day[0]!.occurred);
          return said(
            `${who.id} membuka data ${day.length} kali di luar jam kerja, mulai ${when.id}.`,
            `${who.en} opened data ${day.length} times out of hours, from ${when.en} on.`,
          );
        }),
      ),
    ),
};

/** Whoever sent a handoff keeps it as the receipt of what it wrote itself. */
const receiptReads: readonly string[] = ['sender-reads'];

const noRelationship: AccessRule = {
  code: 'no-relationship',
  version: 2,
  from: '2026-01-01',
  says: said(
    'Seseorang membuka bagian tertutup sebuah kasus ketika instansinya tidak memiliki hubungan yang berlaku dengan kasus itu.',
    'Somebody opened sealed parts of a case while their agency had no open relationship with it.',
  ),
  hits: ({ acts, relations, agencies }) => {
    const known = new Map(
      [...new Set(acts.map(({ src }) => src))].map((src) => [src, relationsOf(relations, src)]),
    );
    const alone = acts.filter(
      (act) =>
        isRead(act) &&
        !receiptReads.includes(act.authz?.policyId ?? '') &&
        sealedFieldsOf(act).length > 0 &&
        act.subject.some((one) => openAt(known.get(act.src)!, act.actor.org, one, act.occurred).length === 0),
    );
    return byActor(alone).flatMap((reads) =>
      [...grouped(reads, ({ subject }) => subject[0] ?? '').values()].map((some) =>
        hitOf(agencies, some, (who) =>
          said(
            `${who.id} membuka bagian tertutup satu kasus ${some.length} kali tanpa hubungan yang tercatat saat itu.`,
            `${who.en} opened sealed parts of one case ${some.length} times without a relationship on record at that time.`,
          ),
        ),
      ),
    );
  },
};

const breakGlass: AccessRule = {
  code: 'break-glass',
  version: 1,
  from: '2026-01-01',
  says: said('Seseorang memakai akses darurat.', 'Somebody used emergency access.'),
  hits: ({ acts, agencies }) =>
    acts
      .filter(({ type, outcome }) => type === 'break-glass.start' && outcome === 'success')
      .map((act) =>
        hitOf(agencies, [act], (who) => {
          const when = instantWords(act.occurred);
          return said(
            `${who.id} memakai akses darurat pada ${when.id}.`,
            `${who.en} used emergency access on ${when.en}.`,
          );
        }),
      ),
};

const repeatedDenials: AccessRule = {
  code: 'repeated-denials',
  version: 1,
  from: '2026-01-01',
  says: said(
    `Seseorang ditolak ${limits.denials} kali atau lebih dalam ${limits.denialsWithin} menit.`,
    `Somebody was turned away ${limits.denials} times or more within ${limits.denialsWithin} minutes.`,
  ),
  hits: ({ acts, agencies }) =>
    byActor(acts.filter(({ outcome }) => outcome === 'denied')).flatMap((denials) =>
      bursts(denials, limits.denialsWithin * minute, (burst) => burst.length >= limits.denials).map((burst) =>
        hitOf(agencies, burst, (who) =>
          said(
            `${who.id} ditolak ${burst.length} kali dalam ${limits.denialsWithin} menit.`,
            `${who.en} was turned away ${burst.length} times within ${limits.denialsWithin} minutes.`,
          ),
        ),
      ),
    ),
};

export const accessRules: readonly AccessRule[] = [
  manyCases,
  outOfHours,
  noRelationship,
  breakGlass,
  repeatedDenials,
];

/** What the rules find, newest first. */
export const hitsOf = (watched: Watched): Hit[] =>
  accessRules
    .flatMap((rule) =>
      rule.hits(watched).map((hit) => ({ rule: rule.code, ruleVersion: rule.version, ...hit })),
    )
    .sort((one, other) => (one.at < other.at ? 1 : -1));

const isRead = ({ action, outcome }: LogEntry): boolean => action === 'R' && outcome === 'success';

/** Acts of people, person by person, oldest first. */
const byActor = (acts: readonly LogEntry[]): LogEntry[][] => [
  ...grouped(
    acts.filter(({ actor }) => actor.kind === 'person'),
    ({ actor }) => actor.sub,
  ).values(),
];

const casesIn = (acts: readonly LogEntry[]): number => new Set(acts.flatMap(({ subject }) => subject)).size;

/** The stretches of acts, none longer than `within`, that are too much; each act stands in one of them at most. */
function bursts(
  acts: readonly LogEntry[],
  within: number,
  isTooMuch: (burst: readonly LogEntry[]) => boolean,
): LogEntry[][] {
  const found: LogEntry[][] = [];
  let window: LogEntry[] = [];
  let last: LogEntry[] | undefined;
  for (const act of acts) {
    window = [...window, act].filter((one) => Date.parse(act.occurred) - Date.parse(one.occurred) <= within);
    if (last && window[0] === last[0]) last.push(act);
    else if (isTooMuch(window)) {
      last = window;
      found.push(last);
      window = [...window];
    } else last = undefined;
  }
  return found;
}

function isOutOfHours(occurred: string): boolean {
  const instant = new Date(occurred);
  const hour = new Date(instant.getTime() + wib).getUTCHours();
  return !isWorkingDay(instant) || hour < limits.opens || hour >= limits.closes;
}

const dayOf = (occurred: string): string => new Date(Date.parse(occurred) + wib).toISOString().slice(0, 10);

function hitOf(agencies: Agencies, acts: readonly LogEntry[], say: (who: Said) => Said) {
  const first = acts[0]!;
  return {
    actor: first.actor.sub,
    ...(first.actor.org === undefined ? {} : { agency: first.actor.org }),
    at: first.occurred,
    says: say(actorWords(agencies, first)),
    seqs: acts.map(({ seq }) => seq),
  };
}

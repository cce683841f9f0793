import { actNames, problems, roleName } from '@rujukan/contracts';
import { displayOf } from '../../app/language/language.js';
import type { Language } from '../../app/language/texts.js';
import type { Entry } from '../../data/entries.js';
import type { ActTexts } from './sentences.texts.js';

export interface Speaker {
  readonly t: ActTexts;
  readonly language: Language;
  readonly agency: (id: string | undefined) => string;
}

/** One entry as a sentence: who, of which agency, did or was denied what, about how many cases. */
export function sentenceOf(entry: Entry, speaker: Speaker): string {
  const { t } = speaker;
  const who = whoOf(entry, speaker);
  const count = entry.subject.length;
  const act = actOf(entry, speaker) + (count > 0 ? t.about(count) : '');
  switch (entry.outcome) {
    case 'success':
      return t.done(who, act);
    case 'denied':
      return t.denied(who, act, whyOf(entry.reason, speaker));
    case 'failed':
      return t.failed(who, act);
  }
}

/** A run of readings as one sentence: who, how often, and what was read. */
export function sentenceOfRun(run: readonly [Entry, ...Entry[]], speaker: Speaker): string {
  if (run.length === 1) return sentenceOf(run[0], speaker);
  const { t } = speaker;
  const count = run[0].subject.length;
  const acts = [...new Set(run.map((entry) => actOf(entry, speaker)))];
  return t.often(whoOf(run[0], speaker), run.length, count > 0 ? t.about(count) : '', acts.join(', '));
}

/** People stay pseudonyms: the last characters of an id tell two of them apart and name neither. */
export const shortCode = (id: string): string => id.slice(-6);

function whoOf({ actor }: Entry, { t, language, agency }: Speaker): string {
  const [service] = /^system:(.+)$/.exec(actor.sub)?.slice(1) ?? [];
  if (service) return t.system(service);
  if (actor.sub === 'anonymous') return t.anonymous;
  const of = actor.org ? t.of(agency(actor.org)) : '';
  if (actor.kind === 'agency-system') return t.agencySystem(shortCode(actor.sub)) + of;
  const roles = (actor.roles ?? []).map((role) => inSentence(displayOf(roleName, role, language)));
  return t.person(shortCode(actor.sub), roles.length > 0 ? ` (${roles.join(', ')})` : '') + of;
}

/** A name inside a sentence: small, unless it begins with an abbreviation. */
const inSentence = (name: string): string =>
  /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

function actOf({ type, action }: Entry, { t, language }: Speaker): string {
  return Object.hasOwn(actNames, type) ? actNames[type]![language] : t[`other${action}`](type);
}

function whyOf(reason: string | undefined, { t, language }: Speaker): string {
  if (reason === undefined) return '';
  if (reason === 'not-found') return t.because(t.notFound);
  if (reason === 'forbidden') return t.because(t.forbidden);
  if (reason === 'unauthenticated') return t.because(t.unauthenticated);
  const known = Object.hasOwn(problems, reason) ? problems[reason as keyof typeof problems] : undefined;
  const text = known?.title[language] ?? reason;
  return t.because(text.charAt(0).toLowerCase() + text.slice(1));
}

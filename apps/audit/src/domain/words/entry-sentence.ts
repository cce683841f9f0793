import { fieldGroup, problems, purposeOfUse } from '@rujukan/contracts';
import type { LogEntry } from '../log-entry.js';
import { actWords } from './act-words.js';
import { actorWords, agencyWords, displayOf, type Agencies } from './agency-words.js';
import { inBoth, instantWords, said, type Said } from './said.js';

/** An entry as a lawyer can read it: when, who by role and agency, what, what for, how it came out, what passed to whom. */
export function sentenceOf(entry: LogEntry, agencies: Agencies): Said {
  const [when, who, act] = [instantWords(entry.occurred), actorWords(agencies, entry), actWords(entry)];
  const deed = deedOf(entry.outcome, act);
  const [purpose, reason] = [purposeWords(entry), reasonWords(entry)];
  const passed = passedWords(entry, agencies);
  return inBoth(
    (language) =>
      `${when[language]}: ${who[language]} ${deed[language]}${purpose[language]}${reason[language]}.${passed[language]}`,
  );
}

function deedOf(outcome: LogEntry['outcome'], act: Said): Said {
  switch (outcome) {
    case 'success':
      return act;
    case 'denied':
      return said(`ditolak ketika hendak ${act.id}`, `was denied. The act: ${act.en}`);
    case 'failed':
      return said(`gagal ${act.id}`, `failed. The act: ${act.en}`);
  }
}

function purposeWords({ purpose }: LogEntry): Said {
  if (purpose === undefined) return nothing;
  const words = displayOf(purposeOfUse, purpose);
  return said(`, untuk keperluan ${words.id.toLowerCase()}`, `, for ${words.en.toLowerCase()}`);
}

/** A refusal in the words in which it was told. */
function reasonWords({ reason }: LogEntry): Said {
  if (reason === undefined) return nothing;
  const known: Readonly<Record<string, { readonly title: Said }>> = problems;
  const title = Object.hasOwn(known, reason) ? known[reason]!.title : said(reason, reason);
  return inBoth((language) => ` (${title[language].replace(/\.$/, '')})`);
}

function passedWords({ disclosure, entity, outcome }: LogEntry, agencies: Agencies): Said {
  if (!disclosure || outcome !== 'success') return nothing;
  const [from, to] = [agencyWords(agencies, disclosure.fromOrg), agencyWords(agencies, disclosure.toOrg)];
  const groups = groupWords(entity.find(({ type }) => type === 'disclosure')?.fields ?? []);
  return said(
    ` Data terbuka dari ${from.id} kepada ${to.id}${groups.id}.`,
    ` Data opened from ${from.en} to ${to.en}${groups.en}.`,
  );
}

const groupWords = (groups: readonly string[]): Said =>
  groups.length === 0
    ? nothing
    : inBoth((language) => `: ${groups.map((group) => displayOf(fieldGroup, group)[language]).join('; ')}`);

const nothing = said('', '');

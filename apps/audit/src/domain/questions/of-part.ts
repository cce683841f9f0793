import type { LogEntry } from '../log-entry.js';
import { instantWords, said, type Said } from '../words/said.js';

/** The answer of one page, which must not be read as the answer for everything. */
export function ofPart(answer: Said, leads: readonly LogEntry[], hasOlder: boolean): Said {
  const [oldest, newest] = [leads.at(0), leads.at(-1)];
  if (!oldest || !newest) return answer;
  const [from, to] = [instantWords(oldest.occurred), instantWords(newest.occurred)];
  return said(
    `Hanya dari ${leads.length} catatan, ${from.id} sampai ${to.id}: ${answer.id}${hasOlder ? ' Masih ada catatan yang lebih lama.' : ''}`,
    `From ${leads.length} entries only, ${from.en} to ${to.en}: ${answer.en}${hasOlder ? ' There are older entries.' : ''}`,
  );
}

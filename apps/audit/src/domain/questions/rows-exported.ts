import { idsOf, isDone, seqsOf, type Question } from './question.js';
import { named } from '../log-entry.js';
import { actorWords } from '../words/agency-words.js';
import { counted, instantWords, said } from '../words/said.js';

/** Who took rows out of the system, and who approved it. */
export const rowsExported: Question = {
  name: 'rows-exported',
  asks: said(
    'Siapa yang mengekspor baris data, dan siapa yang menyetujuinya?',
    'Who exported rows, and who approved it?',
  ),
  needsCase: false,
  leads: ['export.create', 'statistics.export', 'audit.export'],
  traces: [(found) => ({ records: idsOf(found, 'export') })],
  answer({ leads, all, agencies }) {
    const findings = leads.filter(isDone).map((exported) => {
      const ids = new Set(idsOf([exported], 'export'));
      const approved = all.find(
        (entry) =>
          entry.type === 'export.approve' && isDone(entry) && entry.entity.some(({ id }) => ids.has(id)),
      );
      const [who, when] = [actorWords(agencies, exported), instantWords(exported.occurred)];
      const by = approved && actorWords(agencies, approved);
      // An auditor answers alone for what the log says of one case; no second person is asked.
      const isAlone = named(exported, 'export')[0]?.facts?.['isApprovalNeeded'] === false;
      const verdict = approved
        ? 'approved'
        : exported.type === 'audit.export' || isAlone
          ? 'own-authority'
          : 'not-approved';
      const fate = {
        approved: said(`disetujui oleh ${by?.id}`, `approved by ${by?.en}`),
        'own-authority': said(
          'jejak audit, atas wewenang auditor',
          'the audit trail, on the auditor’s authority',
        ),
        'not-approved': said('tanpa persetujuan yang tercatat', 'without an approval on record'),
      }[verdict];
      return {
        verdict,
        says: said(
          `${who.id} mengekspor data pada ${when.id}; ${fate.id}.`,
          `${who.en} exported data on ${when.en}; ${fate.en}.`,
        ),
        seqs: seqsOf(exported, approved),
        at: exported.occurred,
        ...(exported.actor.org === undefined ? {} : { agency: exported.actor.org }),
      };
    });
    const without = findings.filter(({ verdict }) => verdict === 'not-approved').length;
    return {
      findings,
      says:
        findings.length === 0
          ? said('Tidak ada ekspor yang tercatat.', 'No export is recorded.')
          : said(
              `${findings.length} ekspor tercatat; ${without === 0 ? 'tidak ada yang kekurangan persetujuan' : `${without} tanpa persetujuan`}.`,
              `${counted(findings.length, 'export is', 'exports are')} recorded; ${without === 0 ? 'none lacks an approval' : `${without} without approval`}.`,
            ),
    };
  },
};

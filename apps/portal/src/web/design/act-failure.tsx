import type { Act } from '../app/act.js';
import { ProblemReply } from '../app/call-api.js';
import { useTexts } from '../app/language/language.js';
import { texts } from '../app/language/texts.js';
import { Button } from './button.js';
import { ErrorSummary, mistakesOf } from './error-summary.js';
import { Notice } from './page.js';

const failureTexts = texts({
  id: {
    unsentTitle: 'Belum terkirim',
    unsentText:
      'Sambungan terputus sebelum ada jawaban. Coba kirim lagi: tindakan yang sama tidak akan tercatat dua kali.',
    twiceTitle: 'Kiriman pertama sudah tercatat',
    twiceText:
      'Kiriman sebelumnya ternyata sampai. Perubahan sesudahnya belum ikut; muat ulang untuk melihat hasilnya.',
    reload: 'Muat ulang',
  },
  en: {
    unsentTitle: 'Not sent yet',
    unsentText:
      'The line broke before there was an answer. Send it again: the same act is never recorded twice.',
    twiceTitle: 'The first one was recorded',
    twiceText:
      'The earlier attempt did arrive. What you changed since is not in it; load again to see the result.',
    reload: 'Load again',
  },
});

/** Codes that mean: what the person saw is no longer so. */
const outdated: readonly string[] = [
  'stale-version',
  'conflict',
  'illegal-transition',
  'already-claimed',
  'handoff-over',
  'stale-epoch',
  'report-already-triaged',
];

interface Props {
  readonly act: Pick<Act<never>, 'error' | 'failures' | 'isUnsent'>;
  readonly onReload?: () => void;
  /** Shows a field that stands on another step. */
  readonly onField?: (name: string) => void;
}

/** Why an act did not succeed, and what to do about it. */
export function ActFailure({ act, onReload, onField }: Props) {
  const t = useTexts(failureTexts);
  if (act.isUnsent)
    return (
      <div role="alert">
        <Notice tone="warn">
          <strong>{t.unsentTitle}</strong>
          <p>{t.unsentText}</p>
        </Notice>
      </div>
    );
  if (!(act.error instanceof ProblemReply)) return null;
  if (act.error.code === 'idempotency-key-reused')
    return (
      <div role="alert">
        <Notice tone="warn">
          <strong>{t.twiceTitle}</strong>
          <p>{t.twiceText}</p>
          {onReload && <Reload onReload={onReload} />}
        </Notice>
      </div>
    );
  return (
    <>
      <ErrorSummary
        mistakes={mistakesOf(act.error)}
        attempt={act.failures}
        traceId={act.error.traceId}
        onField={onField}
      />
      {onReload && outdated.includes(act.error.code) && (
        <div>
          <Reload onReload={onReload} />
        </div>
      )}
    </>
  );
}

function Reload({ onReload }: { onReload: () => void }) {
  const t = useTexts(failureTexts);
  return (
    <Button kind="secondary" onClick={onReload}>
      {t.reload}
    </Button>
  );
}

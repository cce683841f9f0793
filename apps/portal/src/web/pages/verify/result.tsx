import type { CheckedReceipt, ProvedReceipt } from '@rujukan/tlog';
import { useLanguage, useTexts } from '../../app/language/language.js';
import { useAgencyName, useAgencyOfCode } from '../../data/agencies.js';
import type { Entry } from '../../data/entries.js';
import { Facts, Notice } from '../../design/page.js';
import { dateTime } from '../../design/time.js';
import { sentenceOfRun } from '../trail/sentence.js';
import { actTexts } from '../trail/sentences.texts.js';
import { verifyTexts } from './texts.js';
import styles from './view.module.css';

const toneOf = { proved: 'ok', changed: 'danger', unknown: 'warn' } as const;

/** What was proved and by whom, or why nothing is. */
export function Result({ checked }: { checked: CheckedReceipt }) {
  const t = useTexts(verifyTexts);
  return (
    <>
      <Notice tone={toneOf[checked.kind]}>
        <p className={styles['verdict']}>{t[checked.kind]}</p>
        <p>{checked.kind === 'proved' ? t.provedText(checked.index, checked.size) : t[checked.reason]}</p>
      </Notice>
      {checked.kind === 'proved' && <Proof proved={checked} />}
    </>
  );
}

function Proof({ proved }: { proved: ProvedReceipt }) {
  const t = useTexts(verifyTexts);
  const { language } = useLanguage();
  const agency = useAgencyName();
  const witness = useAgencyOfCode();
  const act = useTexts(actTexts);
  const entry = entryOf(proved);
  return (
    <>
      <Facts
        facts={[
          entry && [t.what, sentenceOfRun([entry], { t: act, language, agency })],
          entry && [t.when, dateTime(entry.occurred, language)],
          [
            t.by,
            proved.witnesses.length === 0 ? (
              t.noWitness
            ) : (
              <ul className={styles['witnesses']}>
                {proved.witnesses.map(({ name, at }) => (
                  <li key={name}>
                    {witness(name)}, {dateTime(at, language)}
                  </li>
                ))}
              </ul>
            ),
          ],
        ]}
      />
      <p>{t.signedBy(proved.origin)}</p>
      <details>
        <summary className={styles['summary']}>{t.bytes}</summary>
        <pre className={styles['bytes']}>{proved.entry}</pre>
      </details>
    </>
  );
}

/** The proved bytes as an entry; undefined where a log of another kind was proved. */
function entryOf({ entry, index }: ProvedReceipt): Entry | undefined {
  try {
    const read = JSON.parse(entry) as Partial<Entry>;
    const isEntry = typeof read.type === 'string' && typeof read.occurred === 'string' && read.actor;
    return isEntry ? { ...(read as Entry), seq: Number(index) } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

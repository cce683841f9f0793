import { Link } from '@tanstack/react-router';
import { useTexts } from '../../app/language/language.js';
import type { Finding } from '../../data/answers.js';
import { askTexts } from './texts.js';
import styles from './view.module.css';

/** Links under one finding; a list of a hundred numbers helps nobody. */
const mostLinks = 12;

/** A finding in a sentence, and the way to the entries behind it. */
export function FindingCard({ finding: { text, entries } }: { finding: Finding }) {
  const t = useTexts(askTexts);
  const shown = entries.slice(0, mostLinks);
  return (
    <li className={styles['finding']}>
      <p className={styles['sentence']}>{text}</p>
      {entries.length > 0 && <p className="on-paper">{t.onPaper(entries.join(', '))}</p>}
      {entries.length > 0 && (
        <details className="not-on-paper">
          <summary className={styles['summary']}>{t.rests(entries.length)}</summary>
          <ul className={styles['links']}>
            {shown.map((seq) => (
              <li key={seq}>
                <Link to="/jejak/$seq" params={{ seq: String(seq) }}>
                  {t.entry(seq)}
                </Link>
              </li>
            ))}
            {entries.length > shown.length && <li>{t.more(entries.length - shown.length)}</li>}
          </ul>
        </details>
      )}
    </li>
  );
}

import { fieldGroup } from '@rujukan/contracts';
import { useDisplay, useTexts } from '../../app/language/language.js';
import { Panel } from '../../design/page.js';
import styles from './preview.module.css';
import { profileOf, type ReferForm } from './refer-form.js';
import { referTexts } from './texts.js';

/** What the receiver will see before and after it accepts, and what it will never see. */
export function Preview({ values, isTransfer }: { values: ReferForm; isTransfer: boolean }) {
  const t = useTexts(referTexts);
  const display = useDisplay();
  const profile = profileOf(values, isTransfer);
  if (!profile) return null;
  const closed = fieldGroup.codes.filter((group) => !profile.fieldGroups.includes(group));
  return (
    <Panel title={t.previewTitle}>
      <div className={styles['sides']}>
        <section className={styles['side']} aria-label={t.before}>
          <h3>{t.before}</h3>
          <p>{t.beforeText}</p>
          <ul>
            <li>{t.beforeList}</li>
            {profile.envelopeShowsSex && <li>{t.beforeSex}</li>}
          </ul>
        </section>
        <section className={styles['side']} aria-label={t.after}>
          <h3>{t.after}</h3>
          <p>{isTransfer ? t.afterTransfer : t.afterText}</p>
          <ul>
            {profile.fieldGroups.map((group) => (
              <li key={group}>{display(fieldGroup, group)}</li>
            ))}
          </ul>
          {closed.length > 0 && (
            <p className={styles['closed']}>
              <strong>{t.neverSeen}:</strong> {closed.map((group) => display(fieldGroup, group)).join('; ')}.
            </p>
          )}
        </section>
      </div>
    </Panel>
  );
}

import { purposeOfUse, roleName } from '@rujukan/contracts';
import { useDisplay, useLanguage, useTexts } from '../../app/language/language.js';
import { useAgencyName } from '../../data/agencies.js';
import type { Entry, EntryFilter } from '../../data/entries.js';
import { Button, ButtonRow } from '../../design/button.js';
import { Chip } from '../../design/chip.js';
import { Facts, type Fact } from '../../design/page.js';
import { dateTime } from '../../design/time.js';
import { sentenceOf } from './sentence.js';
import { actTexts } from './sentences.texts.js';
import { trailTexts } from './texts.js';
import styles from './view.module.css';

interface Props {
  readonly entry: Entry;
  readonly onFilter: (filter: EntryFilter) => void;
}

const toneOf = { success: 'neutral', denied: 'danger', failed: 'warn' } as const;

export function EntryCard({ entry, onFilter }: Props) {
  const t = useTexts(trailTexts);
  const { language } = useLanguage();
  const speaker = { t: useTexts(actTexts), language, agency: useAgencyName() };
  const caseId = entry.subject.length === 1 ? entry.subject[0] : undefined;
  return (
    <li className={`${styles['entry']} ${entry.outcome === 'success' ? '' : styles['denied']}`}>
      <div className={styles['head']}>
        <time dateTime={entry.occurred}>{dateTime(entry.occurred, language)}</time>
        <Chip tone={toneOf[entry.outcome]}>{t[entry.outcome]}</Chip>
      </div>
      <p className={styles['sentence']}>{sentenceOf(entry, speaker)}</p>
      {entry.disclosure && (
        <p>
          {t.disclosure(speaker.agency(entry.disclosure.fromOrg), speaker.agency(entry.disclosure.toOrg))}
        </p>
      )}
      <details className={styles['more']}>
        <summary>{t.details}</summary>
        <div className={styles['moreBody']}>
          <Details entry={entry} />
          <ButtonRow>
            {caseId && (
              <Button kind="secondary" onClick={() => onFilter({ case: caseId })}>
                {t.aboutCase}
              </Button>
            )}
            <Button kind="secondary" onClick={() => onFilter({ actor: entry.actor.sub })}>
              {t.byPerson}
            </Button>
          </ButtonRow>
        </div>
      </details>
    </li>
  );
}

/** A case may be concerned together with many others; a list of a hundred codes helps nobody. */
const mostCodes = 10;

function Details({ entry }: { entry: Entry }) {
  const t = useTexts(trailTexts);
  const display = useDisplay();
  const { language } = useLanguage();
  const code = (text: string) => <span className={styles['code']}>{text}</span>;
  const fields = [...new Set(entry.entity.flatMap((one) => one.fields ?? []))];
  const objects = entry.entity.map(({ type, id }) => `${type} ${id}`);
  const facts: Fact[] = [
    [t.purpose, entry.purpose && display(purposeOfUse, entry.purpose)],
    [t.roles, entry.actor.roles?.map((role) => display(roleName, role)).join(', ')],
    [t.personId, code(entry.actor.sub)],
    [t.via, entry.actor.client],
    [t.caseId, entry.subject.length > 0 && code(shortList(entry.subject))],
    [t.fields, fields.length > 0 && code(fields.join(', '))],
    [t.objects, objects.length > 0 && code(shortList(objects))],
    [t.count, entry.resultCount],
    [t.recorded, dateTime(entry.recorded, language)],
    [t.sequence, `${entry.seq} (${entry.src} ${entry.srcSeq})`],
    [t.request, entry.requestId && code(entry.requestId)],
  ];
  return <Facts facts={facts.filter(([, value]) => value !== false)} />;
}

const shortList = (items: readonly string[]): string =>
  items.slice(0, mostCodes).join('\n') + (items.length > mostCodes ? `\n+ ${items.length - mostCodes}` : '');

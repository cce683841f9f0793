import { purposeOfUse, roleName } from '@rujukan/contracts';
import { useDisplay, useLanguage, useTexts } from '../../app/language/language.js';
import { useAgencyName } from '../../data/agencies.js';
import type { Entry, EntryFilter } from '../../data/entries.js';
import { Button, ButtonRow } from '../../design/button.js';
import { Chip } from '../../design/chip.js';
import { Facts, type Fact } from '../../design/page.js';
import { dateTime, timeOfDay } from '../../design/time.js';
import type { Run } from './runs.js';
import { sentenceOfRun } from './sentence.js';
import { actTexts } from './sentences.texts.js';
import { trailTexts } from './texts.js';
import styles from './view.module.css';

interface Props {
  readonly run: Run;
  readonly onFilter: (filter: EntryFilter) => void;
}

const toneOf = { success: 'neutral', denied: 'danger', failed: 'warn' } as const;

/** One act, or a run of readings, in a sentence; everything that the log says about it is behind it. */
export function EntryCard({ run, onFilter }: Props) {
  const t = useTexts(trailTexts);
  const { language } = useLanguage();
  const speaker = { t: useTexts(actTexts), language, agency: useAgencyName() };
  const [newest] = run;
  const { disclosure } = newest;
  return (
    <li className={`${styles['entry']} ${newest.outcome === 'success' ? '' : styles['denied']}`}>
      <div className={styles['head']}>
        <RunTime run={run} />
        <Chip tone={toneOf[newest.outcome]}>{t[newest.outcome]}</Chip>
      </div>
      <p className={styles['sentence']}>{sentenceOfRun(run, speaker)}</p>
      {disclosure && (
        <p>{t.disclosure(speaker.agency(disclosure.fromOrg), speaker.agency(disclosure.toOrg))}</p>
      )}
      <details className={styles['more']}>
        <summary>{run.length === 1 ? t.details : t.each(run.length)}</summary>
        <div className={styles['moreBody']}>
          {run.map((entry) => (
            <Details key={entry.seq} entry={entry} />
          ))}
          <Questions entry={newest} onFilter={onFilter} />
        </div>
      </details>
    </li>
  );
}

function RunTime({ run }: { run: Run }) {
  const t = useTexts(trailTexts);
  const { language } = useLanguage();
  const first = dateTime((run.at(-1) ?? run[0]).occurred, language);
  const isOneMinute = first === dateTime(run[0].occurred, language);
  return (
    <span>
      <time dateTime={run.at(-1)?.occurred}>{first}</time>
      {!isOneMinute && ` ${t.until(timeOfDay(run[0].occurred, language))}`}
    </span>
  );
}

/** What an auditor asks next. */
function Questions({ entry, onFilter }: { entry: Entry; onFilter: Props['onFilter'] }) {
  const t = useTexts(trailTexts);
  const caseId = entry.subject.length === 1 ? entry.subject[0] : undefined;
  return (
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

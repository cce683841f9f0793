import { useInfiniteQuery } from '@tanstack/react-query';
import { useTexts } from '../../app/language/language.js';
import { entriesQuery, type EntryFilter } from '../../data/entries.js';
import { Listed } from '../../design/more.js';
import { Page, Panel } from '../../design/page.js';
import { EmptyState } from '../../design/states.js';
import { EntryCard } from './entry-card.js';
import { Filters } from './filters.js';
import { runsOf } from './runs.js';
import { trailTexts } from './texts.js';
import styles from './view.module.css';

interface Props {
  readonly filter: EntryFilter;
  readonly onFilter: (filter: EntryFilter) => void;
}

/** The auditor's desk: one question at a time, answered in sentences. */
export function TrailView({ filter, onFilter }: Props) {
  const t = useTexts(trailTexts);
  const query = useInfiniteQuery(entriesQuery(filter));
  return (
    <Page tab={t.tab} heading={t.heading} lead={t.lead}>
      <Panel title={t.filters}>
        <Filters key={JSON.stringify(filter)} filter={filter} onFilter={onFilter} />
      </Panel>
      <Listed
        query={query}
        empty={
          <EmptyState title={t.emptyTitle}>
            <p>{t.emptyText}</p>
          </EmptyState>
        }
      >
        {(entries) => (
          <ol className={styles['entries']} aria-label={t.list}>
            {runsOf(entries).map((run) => (
              <EntryCard key={run[0].seq} run={run} onFilter={onFilter} />
            ))}
          </ol>
        )}
      </Listed>
    </Page>
  );
}

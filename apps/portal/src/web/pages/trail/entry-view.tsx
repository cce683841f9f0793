import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTexts } from '../../app/language/language.js';
import { entryQuery } from '../../data/entries.js';
import { Page } from '../../design/page.js';
import { Loaded } from '../../design/states.js';
import { EntryCard } from './entry-card.js';
import { trailTexts } from './texts.js';
import styles from './view.module.css';

/** One entry by its number, as an answer names it. */
export function EntryView({ seq }: { seq: string }) {
  const t = useTexts(trailTexts);
  const navigate = useNavigate();
  const query = useQuery(entryQuery(seq));
  return (
    <Page tab={t.tab} heading={t.one(seq)} back={<Link to="/jejak">{t.heading}</Link>}>
      <Loaded query={query} lines={5}>
        {(entry) => (
          <ol className={styles['entries']}>
            <EntryCard
              run={[entry]}
              onFilter={({ case: k, actor: o }) =>
                void navigate({ to: '/jejak', search: { ...(k ? { k } : {}), ...(o ? { o } : {}) } })
              }
            />
          </ol>
        )}
      </Loaded>
    </Page>
  );
}

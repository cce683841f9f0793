import { useInfiniteQuery } from '@tanstack/react-query';
import { useTexts } from '../../app/language/language.js';
import { useMay } from '../../app/session/me.js';
import { exportsQuery } from '../../data/exports.js';
import { Listed } from '../../design/more.js';
import { Page } from '../../design/page.js';
import { EmptyState } from '../../design/states.js';
import { ExportCard } from './export-card.js';
import { RequestForm } from './request-form.js';
import { exportsTexts } from './texts.js';

/** Entries of the log as files for a court or an inspector, and who has had some before. */
export function ExportsView() {
  const t = useTexts(exportsTexts);
  const may = useMay();
  const query = useInfiniteQuery(exportsQuery);
  return (
    <Page tab={t.tab} heading={t.heading} lead={t.lead} isForm>
      {may('export:create') && <RequestForm />}
      <Listed
        query={query}
        empty={
          <EmptyState title={t.emptyTitle}>
            <p>{t.emptyText}</p>
          </EmptyState>
        }
      >
        {(all) => all.map((wanted) => <ExportCard key={wanted.id} wanted={wanted} />)}
      </Listed>
    </Page>
  );
}

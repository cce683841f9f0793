import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../../app/language/language.js';
import { useMay } from '../../app/session/me.js';
import { emergenciesQuery } from '../../data/emergencies.js';
import { useSeenEmergencies } from '../../data/use-seen.js';
import { Listed } from '../../design/more.js';
import { Page } from '../../design/page.js';
import { EmptyState } from '../../design/states.js';
import { AccessCard } from './access-card.js';
import { OpenForm } from './open-form.js';
import { emergencyTexts } from './texts.js';

/** A child cannot wait: one case is opened for an hour. Beneath it, what was opened before, for whoever must look. */
export function EmergencyView() {
  const t = useTexts(emergencyTexts);
  const may = useMay();
  const query = useInfiniteQuery(emergenciesQuery);
  const [reviewed, review] = useState<string>();
  useSeenEmergencies();
  return (
    <Page tab={t.tab} heading={t.heading} lead={t.lead} isForm>
      {may('emergency:use') && <OpenForm />}
      <Listed
        query={query}
        empty={
          <EmptyState title={t.emptyTitle}>
            <p>{t.emptyText}</p>
          </EmptyState>
        }
      >
        {(emergencies) =>
          emergencies.map((emergency) => (
            <AccessCard key={emergency.id} emergency={emergency} reviewed={reviewed} onReview={review} />
          ))
        }
      </Listed>
    </Page>
  );
}

import { useQueries, useQuery } from '@tanstack/react-query';
import { useLanguage, useTexts } from '../../app/language/language.js';
import { useMay } from '../../app/session/me.js';
import { useAgencyName } from '../../data/agencies.js';
import { intakeTimelineQuery, type Custody } from '../../data/cases.js';
import { handoffStepsQuery } from '../../data/handoffs.js';
import { supportTimelineQuery } from '../../data/support.js';
import { Panel } from '../../design/page.js';
import { Loaded } from '../../design/states.js';
import { Timeline } from '../../design/timeline.js';
import { custodyMoments, handoffMoments, intakeMoments, supportMoments } from './moments.js';
import { momentTexts } from './moments.texts.js';
import { caseTexts } from './texts.js';
import { useCaseHandoffs } from './use-case-handoffs.js';

/** One line of time from three services. Each tells what this agency may know, and so does the whole. */
export function CaseTimeline({ custody }: { custody: Custody }) {
  const t = useTexts(caseTexts);
  const telling = { t: useTexts(momentTexts), language: useLanguage().language, agency: useAgencyName() };
  const may = useMay();
  const intake = useQuery(intakeTimelineQuery(custody.caseId));
  const support = useQuery({ ...supportTimelineQuery(custody.caseId), enabled: may('support:read') });
  const { handoffs } = useCaseHandoffs(custody.caseId);
  const steps = useQueries({ queries: handoffs.map((handoff) => handoffStepsQuery(handoff)) });
  return (
    <Panel title={t.timeline}>
      <Loaded query={intake} lines={6}>
        {(entries) => (
          <Timeline
            moments={[
              ...intakeMoments(entries.items, telling),
              ...custodyMoments(custody, telling),
              ...supportMoments(support.data?.items ?? [], telling),
              ...handoffs.flatMap((handoff, index) =>
                handoffMoments(handoff, steps[index]?.data?.items ?? [], telling),
              ),
            ]}
          />
        )}
      </Loaded>
    </Panel>
  );
}

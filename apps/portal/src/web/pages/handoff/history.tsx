import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { handoffStatus, outcome, stepReason } from '@rujukan/contracts';
import { useDisplay, useTexts } from '../../app/language/language.js';
import { useAgencyName } from '../../data/agencies.js';
import { handoffStepsQuery, type Handoff } from '../../data/handoffs.js';
import { Panel } from '../../design/page.js';
import { Loaded } from '../../design/states.js';
import { Timeline } from '../../design/timeline.js';
import { sealedAnswers } from './sealed-answers.js';
import { handoffTexts } from './texts.js';

export function History({ handoff, isSender }: { handoff: Handoff; isSender: boolean }) {
  const t = useTexts(handoffTexts);
  const display = useDisplay();
  const agency = useAgencyName();
  const query = useQuery({ ...handoffStepsQuery(handoff), placeholderData: keepPreviousData });
  return (
    <Panel title={t.timeline}>
      <Loaded query={query} lines={3}>
        {({ items }) => (
          <Timeline
            moments={items.map((step) => ({
              key: String(step.version),
              at: step.at,
              title: display(handoffStatus, step.status),
              text: [
                display(stepReason, step.statusReason),
                display(outcome, step.outcome),
                ...(handoff.messages ?? [])
                  .filter(({ version }) => version === step.version)
                  .map(({ text }) => `“${text}”`),
                sealedAnswers(handoff, items, isSender).includes(step.version) && t.sealedAnswer,
              ]
                .filter(Boolean)
                .join(' · '),
              who: agency(step.agencyId),
            }))}
          />
        )}
      </Loaded>
    </Panel>
  );
}

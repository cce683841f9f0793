import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { clockDefinition } from '@rujukan/contracts';
import { useDisplay, useTexts } from '../../app/language/language.js';
import { useMay } from '../../app/session/me.js';
import { useAgencyName } from '../../data/agencies.js';
import { clockBoardQuery, overdueClocksQuery, type BoardGroup } from '../../data/clocks.js';
import { useSeenDeadlines } from '../../data/use-seen.js';
import { Chip, DeadlineChip } from '../../design/chip.js';
import { Page, Panel } from '../../design/page.js';
import { Row, Rows } from '../../design/rows.js';
import { EmptyState, Loaded } from '../../design/states.js';
import { byAgency } from './board.js';
import { ClockRow } from './clock-row.js';
import { clocksTexts } from './texts.js';

/** Where time runs out: for a supervisor among the own agency and its partners, for oversight everywhere. */
export function ClocksView() {
  const t = useTexts(clocksTexts);
  const agency = useAgencyName();
  const board = useQuery(clockBoardQuery);
  useSeenDeadlines();
  return (
    <Page tab={t.tab} heading={t.heading} lead={t.lead}>
      <Overdue />
      <Loaded query={board} lines={8}>
        {(groups) =>
          groups.length === 0 ? (
            <EmptyState title={t.empty}>
              <p>{t.emptyText}</p>
            </EmptyState>
          ) : (
            byAgency(groups).map(({ agencyId, steps, overdue }) => (
              <Panel
                key={agencyId}
                title={agency(agencyId)}
                aside={overdue > 0 && <Chip tone="danger">{t.overdue(overdue)}</Chip>}
              >
                <Rows label={agency(agencyId)}>
                  {steps.map((step) => (
                    <StepRow key={step.definition} step={step} />
                  ))}
                </Rows>
              </Panel>
            ))
          )
        }
      </Loaded>
    </Page>
  );
}

function StepRow({ step }: { step: BoardGroup }) {
  const t = useTexts(clocksTexts);
  const display = useDisplay();
  const counts = [
    step.overdue > 0 && t.overdue(step.overdue),
    step.dueSoon > 0 && t.soon(step.dueSoon),
    t.running(step.running),
    step.paused > 0 && t.paused(step.paused),
  ];
  return (
    <Row
      link={
        <Link to="/batas-waktu" search={{ instansi: step.agencyId, langkah: step.definition }}>
          {display(clockDefinition, step.definition)}
        </Link>
      }
      sub={counts.filter(Boolean).join(' · ')}
      side={<DeadlineChip dueAt={step.nextDueAt} />}
    />
  );
}

function Overdue() {
  const t = useTexts(clocksTexts);
  const may = useMay();
  const query = useQuery(overdueClocksQuery(may('clock:oversee')));
  return (
    <Panel title={t.late}>
      <Loaded query={query} lines={3}>
        {(clocks) =>
          clocks.length === 0 ? (
            <p>{t.noneLate}</p>
          ) : (
            <Rows label={t.late}>
              {clocks.map((clock) => (
                <ClockRow key={clock.id} clock={clock} />
              ))}
            </Rows>
          )
        }
      </Loaded>
    </Panel>
  );
}

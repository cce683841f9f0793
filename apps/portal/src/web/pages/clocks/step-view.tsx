import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { clockDefinition } from '@rujukan/contracts';
import { useDisplay, useTexts } from '../../app/language/language.js';
import { useMay } from '../../app/session/me.js';
import { useAgencyName } from '../../data/agencies.js';
import { stepClocksQuery, type DutyClock } from '../../data/clocks.js';
import { Page, Panel } from '../../design/page.js';
import { Rows } from '../../design/rows.js';
import { Loaded } from '../../design/states.js';
import { ClockRow } from './clock-row.js';
import { clocksTexts } from './texts.js';

interface Props {
  readonly agencyId: string;
  readonly definition: DutyClock['definition'];
}

/** What one row of the board counts, each with the way to the handoff or the case. */
export function StepClocksView({ agencyId, definition }: Props) {
  const t = useTexts(clocksTexts);
  const display = useDisplay();
  const may = useMay();
  const agency = useAgencyName();
  const query = useQuery(stepClocksQuery({ agencyId, definition, isOversight: may('clock:oversee') }));
  return (
    <Page
      tab={t.tab}
      heading={display(clockDefinition, definition)}
      lead={t.stepLead}
      back={<Link to="/batas-waktu">{t.heading}</Link>}
    >
      <Panel title={agency(agencyId)}>
        <Loaded query={query} lines={8}>
          {(clocks) =>
            clocks.length === 0 ? (
              <p>{t.stepEmpty}</p>
            ) : (
              <Rows label={agency(agencyId)}>
                {clocks.map((clock) => (
                  <ClockRow key={clock.id} clock={clock} />
                ))}
              </Rows>
            )
          }
        </Loaded>
      </Panel>
    </Page>
  );
}

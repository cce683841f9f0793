import { Link } from '@tanstack/react-router';
import { clockDefinition, escalationLevel, serviceType } from '@rujukan/contracts';
import { useDisplay, useTexts } from '../../app/language/language.js';
import { useMay } from '../../app/session/me.js';
import { useAgencyName } from '../../data/agencies.js';
import type { DutyClock } from '../../data/clocks.js';
import { DeadlineChip } from '../../design/chip.js';
import { Row } from '../../design/rows.js';
import { clocksTexts } from './texts.js';

/** One deadline, who owes it to whom, and the way to it. */
export function ClockRow({ clock }: { clock: DutyClock }) {
  const t = useTexts(clocksTexts);
  const display = useDisplay();
  const agency = useAgencyName();
  const facts = [
    agency(clock.agencyId),
    clock.awaitedByAgencyId && t.awaitedBy(agency(clock.awaitedByAgencyId)),
    clock.caseRef && t.case(clock.caseRef),
    clock.escalatedTo && t.escalated(display(escalationLevel, clock.escalatedTo)),
  ];
  return (
    <Row
      link={<Where clock={clock} />}
      sub={facts.filter(Boolean).join(' · ')}
      side={<DeadlineChip dueAt={clock.dueAt} />}
    />
  );
}

/** Where it can be done something about: the handoff, or the case; for oversight neither. */
function Where({ clock }: { clock: DutyClock }) {
  const display = useDisplay();
  const may = useMay();
  const step = display(clockDefinition, clock.definition);
  const name = clock.serviceType ? `${step}: ${display(serviceType, clock.serviceType)}` : step;
  if (clock.handoffId && may('handoff:read'))
    return (
      <Link to="/r/$id" params={{ id: clock.handoffId }}>
        {name}
      </Link>
    );
  if (clock.caseId && may('case:read'))
    return (
      <Link to="/k/$id" params={{ id: clock.caseId }}>
        {name}
      </Link>
    );
  return <strong>{name}</strong>;
}

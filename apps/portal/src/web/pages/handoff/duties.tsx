import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { clockDefinition } from '@rujukan/contracts';
import { useDisplay, useLanguage, useTexts } from '../../app/language/language.js';
import { useAgencyName } from '../../data/agencies.js';
import { handoffClocksQuery, isOpen } from '../../data/clocks.js';
import type { Handoff } from '../../data/handoffs.js';
import { DeadlineChip } from '../../design/chip.js';
import { Row, Rows } from '../../design/rows.js';
import { dateTime } from '../../design/time.js';
import { handoffTexts } from './texts.js';

/** Every deadline that runs on this handoff: what, whose, until when. The answer itself stands above it in a sentence. */
export function Duties({ handoff }: { handoff: Handoff }) {
  const t = useTexts(handoffTexts);
  const display = useDisplay();
  const agency = useAgencyName();
  const { language } = useLanguage();
  const { data } = useQuery({ ...handoffClocksQuery(handoff), placeholderData: keepPreviousData });
  const open = (data?.items ?? []).filter(
    (clock) => isOpen(clock) && clock.definition !== 'referral-decision',
  );
  if (open.length === 0) return null;
  return (
    <Rows label={t.deadlines}>
      {open.map((clock) => (
        <Row
          key={clock.id}
          link={<strong>{display(clockDefinition, clock.definition)}</strong>}
          sub={`${agency(clock.agencyId)} · ${t.before(dateTime(clock.dueAt, language))}`}
          side={<DeadlineChip dueAt={clock.dueAt} />}
        />
      ))}
    </Rows>
  );
}

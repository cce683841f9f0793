import { Link } from '@tanstack/react-router';
import { handoffKind, serviceType } from '@rujukan/contracts';
import { useDisplay, useTexts } from '../../app/language/language.js';
import { useMe } from '../../app/session/me.js';
import { deadlineOf, type Handoff } from '../../data/handoffs.js';
import { DeadlineChip } from '../../design/chip.js';
import { HandoffState } from '../../design/handoff-state.js';
import { Listed } from '../../design/more.js';
import { Numbers } from '../../design/numbers.js';
import { Panel } from '../../design/page.js';
import { Row, Rows } from '../../design/rows.js';
import { caseTexts } from './texts.js';
import { useCaseHandoffs } from './use-case-handoffs.js';

export function HandoffsPanel({ caseId }: { caseId: string }) {
  const t = useTexts(caseTexts);
  const { query } = useCaseHandoffs(caseId);
  return (
    <Panel title={t.handoffs}>
      <Listed query={query} empty={<p>{t.noHandoffs}</p>}>
        {(handoffs) => (
          <Rows label={t.handoffs}>
            {handoffs.map((handoff) => (
              <HandoffRow key={handoff.id} handoff={handoff} />
            ))}
          </Rows>
        )}
      </Listed>
    </Panel>
  );
}

function HandoffRow({ handoff }: { handoff: Handoff }) {
  const dueAt = deadlineOf(handoff);
  const t = useTexts(caseTexts);
  const display = useDisplay();
  const me = useMe();
  const other = handoff.from.agencyId === me.agencyId ? t.to(handoff.to.name) : t.from(handoff.from.name);
  return (
    <Row
      link={
        <Link to="/r/$id" params={{ id: handoff.id }}>
          <Numbers text={t.handoff(display(handoffKind, handoff.kind), handoff.number)} />
        </Link>
      }
      sub={`${display(serviceType, handoff.serviceType)} · ${other}`}
      side={
        <>
          <HandoffState handoff={handoff} />
          {dueAt && <DeadlineChip dueAt={dueAt} />}
        </>
      }
    />
  );
}

import { Link } from '@tanstack/react-router';
import { clockDefinition, handoffKind, riskLevel, serviceType } from '@rujukan/contracts';
import { useNow } from '../../app/clock.js';
import { useDisplay, useLanguage, useTexts } from '../../app/language/language.js';
import { deadlineOf, isFinal, type Handoff, type HandoffBox } from '../../data/handoffs.js';
import { Chip, DeadlineChip } from '../../design/chip.js';
import { HandoffState } from '../../design/handoff-state.js';
import { Numbers } from '../../design/numbers.js';
import { riskTone } from '../../design/risk.js';
import { Row } from '../../design/rows.js';
import { ago } from '../../design/time.js';
import { handoffsTexts } from './texts.js';

interface Props {
  readonly handoff: Handoff;
  readonly box: HandoffBox;
  /** Told of and not looked at by this person since. */
  readonly isNews?: boolean;
}

export function HandoffRow({ handoff, box, isNews = false }: Props) {
  const t = useTexts(handoffsTexts);
  const display = useDisplay();
  const { language } = useLanguage();
  const now = useNow();
  const dueAt = deadlineOf(handoff);
  const duty = display(clockDefinition, handoff.nextClock?.definition);
  const isOurs = box === 'inbox';
  const facts = [
    display(serviceType, handoff.serviceType),
    isOurs ? t.from(handoff.from.name) : t.to(handoff.to.name),
    now && ago(handoff.requestedAt, now, language),
    duty && (isOurs ? duty : t.awaits(duty)),
  ];
  return (
    <Row
      link={
        <Link to="/r/$id" params={{ id: handoff.id }}>
          <Numbers text={t.open(display(handoffKind, handoff.kind), handoff.number)} />
        </Link>
      }
      sub={facts.filter(Boolean).join(' · ')}
      side={
        <>
          {isNews && <NewsChip handoff={handoff} />}
          {!isFinal(handoff.status) && <RiskChip handoff={handoff} />}
          <HandoffState handoff={handoff} />
          {dueAt && <DeadlineChip dueAt={dueAt} />}
        </>
      }
    />
  );
}

function NewsChip({ handoff: { status } }: Pick<Props, 'handoff'>) {
  const t = useTexts(handoffsTexts);
  return <Chip tone="info">{status === 'requested' ? t.unseen : t.changed}</Chip>;
}

function RiskChip({ handoff: { riskLevel: risk } }: Pick<Props, 'handoff'>) {
  const t = useTexts(handoffsTexts);
  const display = useDisplay();
  return risk && <Chip tone={riskTone[risk]}>{t.risk(display(riskLevel, risk))}</Chip>;
}

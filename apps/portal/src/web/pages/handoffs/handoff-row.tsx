import { Link } from '@tanstack/react-router';
import { clockDefinition, handoffKind, riskLevel, serviceType } from '@rujukan/contracts';
import { useNow } from '../../app/clock.js';
import { useDisplay, useLanguage, useTexts } from '../../app/language/language.js';
import { awaitsAnswer, isFinal, type Handoff, type HandoffBox } from '../../data/handoffs.js';
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
  /** The deadline that counts now. */
  readonly dueAt?: string | undefined;
  /** Told of and not looked at by this person since. */
  readonly isNews?: boolean;
}

export function HandoffRow({ handoff, box, dueAt, isNews = false }: Props) {
  const t = useTexts(handoffsTexts);
  const display = useDisplay();
  const { language } = useLanguage();
  const now = useNow();
  const [other, owed] =
    box === 'inbox'
      ? [t.from(handoff.from.name), display(clockDefinition, 'referral-feedback')]
      : [t.to(handoff.to.name), t.awaitsFeedback];
  const facts = [
    display(serviceType, handoff.serviceType),
    other,
    now && ago(handoff.requestedAt, now, language),
    dueAt && !awaitsAnswer(handoff.status) && owed,
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
          {isNews && <Chip tone="info">{handoff.status === 'requested' ? t.unseen : t.changed}</Chip>}
          {!isFinal(handoff.status) && <RiskChip handoff={handoff} />}
          <HandoffState handoff={handoff} />
          {dueAt && <DeadlineChip dueAt={dueAt} />}
        </>
      }
    />
  );
}

function RiskChip({ handoff: { riskLevel: risk } }: Pick<Props, 'handoff'>) {
  const t = useTexts(handoffsTexts);
  const display = useDisplay();
  return risk && <Chip tone={riskTone[risk]}>{t.risk(display(riskLevel, risk))}</Chip>;
}

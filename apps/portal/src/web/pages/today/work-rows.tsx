import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import {
  clockDefinition,
  closureReason,
  handoffKind,
  immediateSafety,
  intakeChannel,
  serviceType,
} from '@rujukan/contracts';
import { useNow } from '../../app/clock.js';
import { useDisplay, useLanguage, useTexts } from '../../app/language/language.js';
import { useAgencyName } from '../../data/agencies.js';
import type { ListedCase } from '../../data/cases.js';
import type { DutyClock } from '../../data/clocks.js';
import { nextDueAt, type Handoff } from '../../data/handoffs.js';
import type { WaitingOverride } from '../../data/overrides.js';
import type { ListedReport } from '../../data/reports.js';
import type { ClosureItem } from '../../data/support.js';
import { Chip, DeadlineChip } from '../../design/chip.js';
import { HandoffState } from '../../design/handoff-state.js';
import { Numbers } from '../../design/numbers.js';
import { Row } from '../../design/rows.js';
import { ago } from '../../design/time.js';
import { todayTexts } from './texts.js';

export function ReportRow({ report, label }: { report: ListedReport; label: string }) {
  const t = useTexts(todayTexts);
  const display = useDisplay();
  const { language } = useLanguage();
  const now = useNow();
  const isUnsafe = report.immediateSafety !== 'safe';
  return (
    <Row
      link={
        <Link to="/l/$id" params={{ id: report.id }}>
          <Numbers text={label} />
        </Link>
      }
      sub={`${t.children(report.childrenCount)} · ${display(intakeChannel, report.channel)}${
        now ? ` · ${ago(report.receivedAt, now, language)}` : ''
      }`}
      side={<Chip tone={isUnsafe ? 'danger' : 'ok'}>{display(immediateSafety, report.immediateSafety)}</Chip>}
    />
  );
}

export function AnswerRow({ handoff }: { handoff: Handoff }) {
  const t = useTexts(todayTexts);
  const display = useDisplay();
  return (
    <HandoffRow
      handoff={handoff}
      label={t.answer(display(handoffKind, handoff.kind), handoff.number)}
      sub={[
        display(serviceType, handoff.serviceType),
        t.from(handoff.from.name),
        display(clockDefinition, handoff.nextClock?.definition),
      ]
        .filter(Boolean)
        .join(' · ')}
      side={<DeadlineChip dueAt={nextDueAt(handoff)} />}
    />
  );
}

export function AwaitedRow({ handoff }: { handoff: Handoff }) {
  const t = useTexts(todayTexts);
  const display = useDisplay();
  return (
    <HandoffRow
      handoff={handoff}
      label={t.awaits(display(handoffKind, handoff.kind), handoff.number)}
      sub={`${display(serviceType, handoff.serviceType)} · ${t.to(handoff.to.name)}`}
      side={
        <>
          <HandoffState handoff={handoff} />
          <DeadlineChip dueAt={nextDueAt(handoff)} />
        </>
      }
    />
  );
}

export function DeclinedRow({ handoff }: { handoff: Handoff }) {
  const t = useTexts(todayTexts);
  const display = useDisplay();
  return (
    <HandoffRow
      handoff={handoff}
      label={t.declined(display(handoffKind, handoff.kind), handoff.number)}
      sub={`${display(serviceType, handoff.serviceType)} · ${t.to(handoff.to.name)}`}
    />
  );
}

/** The other side has asked something that only this agency can answer. */
export function TurnRow({ handoff }: { handoff: Handoff }) {
  const t = useTexts(todayTexts);
  const display = useDisplay();
  const isReturned = handoff.status === 'returned';
  const name = display(handoffKind, handoff.kind);
  return (
    <HandoffRow
      handoff={handoff}
      label={isReturned ? t.returned(name, handoff.number) : t.toCancel(name, handoff.number)}
      sub={`${display(serviceType, handoff.serviceType)} · ${
        isReturned ? t.to(handoff.to.name) : t.from(handoff.from.name)
      }`}
      side={<HandoffState handoff={handoff} />}
    />
  );
}

export function ServingRow({ handoff }: { handoff: Handoff }) {
  const t = useTexts(todayTexts);
  const display = useDisplay();
  return (
    <HandoffRow
      handoff={handoff}
      label={t.serve(display(handoffKind, handoff.kind), handoff.number)}
      sub={`${display(serviceType, handoff.serviceType)} · ${t.from(handoff.from.name)}`}
      side={<HandoffState handoff={handoff} />}
    />
  );
}

interface HandoffRowProps {
  readonly handoff: Handoff;
  readonly label: string;
  readonly sub: string;
  readonly side?: ReactNode;
}

const HandoffRow = ({ handoff, label, sub, side }: HandoffRowProps) => (
  <Row
    link={
      <Link to="/r/$id" params={{ id: handoff.id }}>
        <Numbers text={label} />
      </Link>
    }
    sub={sub}
    side={side}
  />
);

export function DutyRow({ one }: { one: ListedCase }) {
  const t = useTexts(todayTexts);
  const display = useDisplay();
  return (
    <Row
      link={
        <Link to="/k/$id" params={{ id: one.id }}>
          <Numbers text={t.duty(one.number)} />
        </Link>
      }
      sub={display(clockDefinition, one.nextDuty?.definition)}
      side={one.nextDuty && <DeadlineChip dueAt={one.nextDuty.dueAt} />}
    />
  );
}

/** A need of a child of ours that somebody must be found for. */
export function NeedRow({ clock, caseNumber }: { clock: DutyClock; caseNumber: string | undefined }) {
  const t = useTexts(todayTexts);
  const display = useDisplay();
  const name = display(clockDefinition, clock.definition);
  const { caseId } = clock;
  const number = caseNumber && t.duty(caseNumber);
  const label = clock.serviceType ? `${name}: ${display(serviceType, clock.serviceType)}` : name;
  return (
    <Row
      link={
        caseId ? (
          <Link to="/k/$id" params={{ id: caseId }}>
            {label}
          </Link>
        ) : (
          <strong>{label}</strong>
        )
      }
      sub={number ? <Numbers text={number} /> : undefined}
      side={<DeadlineChip dueAt={clock.dueAt} />}
    />
  );
}

export function OverrideRow({ override }: { override: WaitingOverride }) {
  const t = useTexts(todayTexts);
  const display = useDisplay();
  const agency = useAgencyName();
  return (
    <Row
      link={
        <Link to="/persetujuan">
          <Numbers text={t.decide(override.caseNumber)} />
        </Link>
      }
      sub={`${display(serviceType, override.serviceType)} · ${t.to(agency(override.toAgencyId))}`}
    />
  );
}

export function ClosureRow({ closure }: { closure: ClosureItem }) {
  const t = useTexts(todayTexts);
  const display = useDisplay();
  return (
    <Row
      link={
        <Link to="/k/$id" params={{ id: closure.caseId }}>
          <Numbers text={t.approve(closure.caseNumber ?? '')} />
        </Link>
      }
      sub={display(closureReason, closure.reason)}
    />
  );
}

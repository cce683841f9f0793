import type { ReactNode } from 'react';
import { useNow } from '../../app/clock.js';
import { useLanguage, useTexts } from '../../app/language/language.js';
import { useMay, useMe } from '../../app/session/me.js';
import { ButtonRow, LinkButton } from '../../design/button.js';
import { Page } from '../../design/page.js';
import { Rows } from '../../design/rows.js';
import { EmptyState, ErrorState, Skeleton } from '../../design/states.js';
import { day } from '../../design/time.js';
import { nextDueAt } from '../../data/handoffs.js';
import { WithdrawalsDue } from '../handoffs/withdrawals-due.js';
import { todayTexts } from './texts.js';
import { isAlarming, isUnsafe } from './lanes.js';
import styles from './view.module.css';
import {
  AnswerRow,
  AwaitedRow,
  ClosureRow,
  DeclinedRow,
  DutyRow,
  NeedRow,
  OverrideRow,
  ReportRow,
  ServingRow,
  TurnRow,
} from './work-rows.js';
import { isPressing, useWork, type Work } from './work.js';

/** What is new, what is due, what is late, and whom we wait for. */
export function TodayView() {
  const t = useTexts(todayTexts);
  const me = useMe();
  const may = useMay();
  const now = useNow();
  const { language } = useLanguage();
  const lead = now ? t.lead(day(now.toISOString(), language)) : undefined;
  return (
    <Page tab={t.tab} heading={t.greeting(me.name)} lead={may('report:read') ? lead : undefined}>
      {may('report:file') && (
        <ButtonRow>
          <LinkButton to="/l/baru">{t.fileReport}</LinkButton>
        </ButtonRow>
      )}
      {may('report:read') && <Desk />}
      {may('audit:read') && <AuditorCard />}
      {!may('report:read') && !may('audit:read') && (
        <EmptyState title={t.noRoleTitle}>
          <p>{t.noRoleText}</p>
        </EmptyState>
      )}
    </Page>
  );
}

function AuditorCard() {
  const t = useTexts(todayTexts);
  return (
    <EmptyState title={t.auditTitle}>
      <p>{t.auditText}</p>
      <LinkButton to="/jejak">{t.openTrail}</LinkButton>
    </EmptyState>
  );
}

function Desk() {
  const t = useTexts(todayTexts);
  const may = useMay();
  const work = useWork();
  const now = useNow();
  if (work.error) return <ErrorState error={work.error} onRetry={work.retry} />;
  if (work.isPending || !now) return <Skeleton lines={8} />;
  return (
    <div className={styles['desk']}>
      {may('handoff:answer') && <WithdrawalsDue />}
      <Lane title={t.urgent} empty={t.urgentEmpty}>
        {work.toTriage.filter(isUnsafe).map((report) => (
          <ReportRow key={report.id} report={report} label={t.triage(report.number)} />
        ))}
        {work.awaited
          .filter((handoff) => isAlarming(handoff, now))
          .map((handoff) => (
            <AwaitedRow key={handoff.id} handoff={handoff} />
          ))}
        {deadlineRows(work, (dueAt) => isPressing(dueAt, now))}
        {work.overrides.map((override) => (
          <OverrideRow key={override.id} override={override} />
        ))}
        {work.closures.map((closure) => (
          <ClosureRow key={closure.id} closure={closure} />
        ))}
        {[...work.toCancel, ...work.returned].map((handoff) => (
          <TurnRow key={handoff.id} handoff={handoff} />
        ))}
        {work.declined.map((handoff) => (
          <DeclinedRow key={handoff.id} handoff={handoff} />
        ))}
      </Lane>
      <Lane title={t.fresh} empty={t.freshEmpty}>
        {work.toTriage
          .filter((report) => !isUnsafe(report))
          .map((report) => (
            <ReportRow key={report.id} report={report} label={t.triage(report.number)} />
          ))}
      </Lane>
      <Lane title={t.next} empty={t.nextEmpty}>
        {deadlineRows(work, (dueAt) => !isPressing(dueAt, now))}
      </Lane>
      {may('handoff:create') && <WaitingLane work={work} now={now} />}
      {may('handoff:answer') && (
        <Lane title={t.running} empty={t.runningEmpty}>
          {work.serving.map((handoff) => (
            <ServingRow key={handoff.id} handoff={handoff} />
          ))}
        </Lane>
      )}
    </div>
  );
}

/** Answers that we owe and duties of our cases, where the deadline is one of those to show. */
const deadlineRows = (work: Work, isShown: (dueAt: string) => boolean): ReactNode[] => [
  ...work.toAnswer
    .filter((handoff) => isShown(nextDueAt(handoff)))
    .map((handoff) => <AnswerRow key={handoff.id} handoff={handoff} />),
  ...work.duties
    .filter((one) => one.nextDuty && isShown(one.nextDuty.dueAt))
    .map((one) => <DutyRow key={one.id} one={one} />),
  ...work.needs
    .filter(({ dueAt }) => isShown(dueAt))
    .map((clock) => (
      <NeedRow key={clock.id} clock={clock} caseNumber={work.numberOf.get(clock.caseId ?? '')} />
    )),
];

function WaitingLane({ work, now }: { work: Work; now: Date }) {
  const t = useTexts(todayTexts);
  return (
    <Lane title={t.waiting} empty={t.waitingEmpty}>
      {work.awaited
        .filter((handoff) => !isAlarming(handoff, now))
        .map((handoff) => (
          <AwaitedRow key={handoff.id} handoff={handoff} />
        ))}
      {work.incomplete.map((report) => (
        <ReportRow key={report.id} report={report} label={t.missing(report.number)} />
      ))}
    </Lane>
  );
}

function Lane({ title, empty, children }: { title: string; empty: string; children: ReactNode }) {
  const isEmpty = [children].flat(3).every((child) => !child);
  return (
    <section className={styles['lane']} aria-label={title}>
      <h2>{title}</h2>
      {isEmpty ? <p className={styles['empty']}>{empty}</p> : <Rows label={title}>{children}</Rows>}
    </section>
  );
}

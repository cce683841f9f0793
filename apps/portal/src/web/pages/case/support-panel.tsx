import { useQuery } from '@tanstack/react-query';
import { closureReason, serviceEventStatus, serviceType } from '@rujukan/contracts';
import { useDisplay, useLanguage, useTexts } from '../../app/language/language.js';
import { useMay } from '../../app/session/me.js';
import { useAgencyName } from '../../data/agencies.js';
import { supportQuery, type Support, type SupportContact } from '../../data/support.js';
import { Facts, Notice, Panel } from '../../design/page.js';
import { Loaded } from '../../design/states.js';
import { dateTime, day } from '../../design/time.js';
import { Timeline } from '../../design/timeline.js';
import { caseTexts } from './texts.js';
import styles from './view.module.css';

/** What is planned for the child, and what was done. */
export function SupportPanel({ caseId }: { caseId: string }) {
  const t = useTexts(caseTexts);
  const may = useMay();
  const query = useQuery({ ...supportQuery(caseId), enabled: may('support:read') });
  if (!may('support:read')) return null;
  return (
    <Panel title={t.support}>
      <Loaded query={query}>
        {(support) => (
          <>
            <Closure support={support} />
            <Plan support={support} />
            <div className={styles['section']}>
              <h3>{t.services}</h3>
              <Contacts contacts={support.serviceEvents} />
            </div>
          </>
        )}
      </Loaded>
    </Panel>
  );
}

function Closure({ support }: { support: Support }) {
  const t = useTexts(caseTexts);
  const display = useDisplay();
  const { closure } = support;
  if (closure?.status !== 'requested') return null;
  return (
    <Notice tone="warn">
      <strong>{t.closureRequested}</strong>
      <Facts
        facts={[
          [t.closureReason, display(closureReason, closure.reason)],
          closure.note !== undefined && ['', closure.note],
        ]}
      />
    </Notice>
  );
}

function Plan({ support }: { support: Support }) {
  const t = useTexts(caseTexts);
  const { language } = useLanguage();
  const agency = useAgencyName();
  const { plan } = support;
  if (!plan) return <p>{t.noPlan}</p>;
  return (
    <Facts
      facts={[
        [t.objective, plan.objective],
        [
          t.planActions,
          <ol key="langkah" className={styles['planActions']}>
            {plan.actions.map((action) => (
              <li key={action}>{action}</li>
            ))}
          </ol>,
        ],
        [t.plannedEnd, plan.plannedEnd && day(plan.plannedEnd, language)],
        [t.agreed, `${dateTime(plan.agreedAt, language)} · ${agency(plan.agencyId)}`],
      ]}
    />
  );
}

function Contacts({ contacts }: { contacts: readonly SupportContact[] }) {
  const t = useTexts(caseTexts);
  const display = useDisplay();
  const { language } = useLanguage();
  const agency = useAgencyName();
  if (contacts.length === 0) return <p>{t.noServices}</p>;
  return (
    <Timeline
      moments={contacts.map((contact) => ({
        key: contact.id,
        at: contact.occurredAt ?? contact.recordedAt,
        title: `${display(serviceType, contact.serviceType)}: ${display(serviceEventStatus, contact.status)}`,
        text:
          contact.note ??
          (contact.hasNote
            ? t.hasNote
            : contact.plannedAt && `${t.planned}: ${dateTime(contact.plannedAt, language)}`),
        who: agency(contact.agencyId),
      }))}
    />
  );
}

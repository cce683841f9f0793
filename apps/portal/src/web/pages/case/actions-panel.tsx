import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../../app/language/language.js';
import { useMay } from '../../app/session/me.js';
import { intakeTimelineQuery, type Custody } from '../../data/cases.js';
import { supportQuery } from '../../data/support.js';
import { Button, LinkButton } from '../../design/button.js';
import { Panel } from '../../design/page.js';
import { PoliceReportForm } from './police-report-form.js';
import { caseTexts } from './texts.js';
import styles from './view.module.css';

/** What this person may do in this case now. */
export function ActionsPanel({ custody, isCustodian }: { custody: Custody; isCustodian: boolean }) {
  const t = useTexts(caseTexts);
  const may = useMay();
  const [isTellingPolice, tellPolice] = useState(false);
  const { data: support } = useQuery({ ...supportQuery(custody.caseId), enabled: may('support:read') });
  const params = { id: custody.caseId };
  const mayHandOff = isCustodian && custody.status === 'open' && may('handoff:create');
  const can = (action: NonNullable<typeof support>['allowedActions'][number]) =>
    support?.allowedActions.includes(action) === true;
  const owesPolice = usePoliceDuty(custody.caseId) && isCustodian && may('case:update');
  const hasNone = !mayHandOff && !owesPolice && support?.allowedActions.length === 0;
  if (isTellingPolice)
    return (
      <Panel title={t.police}>
        <PoliceReportForm caseId={custody.caseId} onClose={() => tellPolice(false)} />
      </Panel>
    );
  return (
    <Panel title={t.actions}>
      {hasNone && <p>{t.noActions}</p>}
      <div className={styles['actions']}>
        {can('approve-closure') && <LinkButton to="/persetujuan">{t.approvals}</LinkButton>}
        {owesPolice && <Button onClick={() => tellPolice(true)}>{t.police}</Button>}
        {mayHandOff && (
          <LinkButton to="/k/$id/kirim" params={params} search={{ jenis: 'rujukan' }}>
            {t.refer}
          </LinkButton>
        )}
        {can('record-service-event') && (
          <LinkButton kind="secondary" to="/k/$id/catat" params={params}>
            {t.record}
          </LinkButton>
        )}
        {can('agree-plan') && (
          <LinkButton kind="secondary" to="/k/$id/rencana" params={params}>
            {support?.plan ? t.revisePlan : t.plan}
          </LinkButton>
        )}
        {mayHandOff && (
          <LinkButton kind="secondary" to="/k/$id/kirim" params={params} search={{ jenis: 'pelimpahan' }}>
            {t.transfer}
          </LinkButton>
        )}
        {can('request-closure') && (
          <LinkButton kind="secondary" to="/k/$id/selesai" params={params}>
            {t.close}
          </LinkButton>
        )}
      </div>
    </Panel>
  );
}

/** The police do not know yet, and must. */
function usePoliceDuty(caseId: string): boolean {
  const { data } = useQuery(intakeTimelineQuery(caseId));
  const has = (type: 'clock-started' | 'clock-met') =>
    data?.items.some((entry) => entry.type === type) === true;
  return has('clock-started') && !has('clock-met');
}

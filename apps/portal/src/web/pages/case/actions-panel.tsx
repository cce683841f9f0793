import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../../app/language/language.js';
import { useMay } from '../../app/session/me.js';
import { intakeTimelineQuery, type Custody } from '../../data/cases.js';
import { supportQuery, type SupportAction } from '../../data/support.js';
import { Button, ButtonRow, LinkButton } from '../../design/button.js';
import { Panel } from '../../design/page.js';
import { PoliceReportForm } from './police-report-form.js';
import { caseTexts } from './texts.js';

interface Props {
  readonly custody: Custody;
  readonly isCustodian: boolean;
}

/** What this person may do in this case now. */
export function ActionsPanel(props: Props) {
  const t = useTexts(caseTexts);
  const { caseId } = props.custody;
  const [isTellingPolice, tellPolice] = useState(false);
  const { mayHandOff, owesPolice, support, hasNone } = useOptions(props);
  if (isTellingPolice)
    return (
      <Panel title={t.police}>
        <PoliceReportForm caseId={caseId} onClose={() => tellPolice(false)} />
      </Panel>
    );
  return (
    <Panel title={t.actions}>
      {hasNone && <p>{t.noActions}</p>}
      <ButtonRow isEven>
        {owesPolice && <Button onClick={() => tellPolice(true)}>{t.police}</Button>}
        {mayHandOff && <HandOffLinks caseId={caseId} isFirst={!owesPolice} />}
        {support && (
          <SupportLinks
            caseId={caseId}
            actions={support.allowedActions}
            hasPlan={support.plan !== undefined}
          />
        )}
      </ButtonRow>
    </Panel>
  );
}

function useOptions({ custody, isCustodian }: Props) {
  const may = useMay();
  const { data: support } = useQuery({ ...supportQuery(custody.caseId), enabled: may('support:read') });
  const mayHandOff = isCustodian && custody.status === 'open' && may('handoff:create');
  const owesPolice = usePoliceDuty(custody.caseId) && isCustodian && may('case:update');
  const hasNone = !mayHandOff && !owesPolice && support?.allowedActions.length === 0;
  return { mayHandOff, owesPolice, support, hasNone };
}

/** One act stands out: the duty to tell the police where there is one, else to refer. */
function HandOffLinks({ caseId, isFirst }: { caseId: string; isFirst: boolean }) {
  const t = useTexts(caseTexts);
  const params = { id: caseId };
  return (
    <>
      <LinkButton
        kind={isFirst ? 'primary' : 'secondary'}
        to="/k/$id/kirim"
        params={params}
        search={{ jenis: 'rujukan' }}
      >
        {t.refer}
      </LinkButton>
      <LinkButton kind="secondary" to="/k/$id/kirim" params={params} search={{ jenis: 'pelimpahan' }}>
        {t.transfer}
      </LinkButton>
    </>
  );
}

interface SupportLinksProps {
  readonly caseId: string;
  readonly actions: readonly SupportAction[];
  readonly hasPlan: boolean;
}

function SupportLinks({ caseId, actions, hasPlan }: SupportLinksProps) {
  const t = useTexts(caseTexts);
  const params = { id: caseId };
  const can = (action: SupportAction) => actions.includes(action);
  return (
    <>
      {can('record-service-event') && (
        <LinkButton kind="secondary" to="/k/$id/catat" params={params}>
          {t.record}
        </LinkButton>
      )}
      {can('agree-plan') && (
        <LinkButton kind="secondary" to="/k/$id/rencana" params={params}>
          {hasPlan ? t.revisePlan : t.plan}
        </LinkButton>
      )}
      {can('request-closure') && (
        <LinkButton kind="secondary" to="/k/$id/selesai" params={params}>
          {t.close}
        </LinkButton>
      )}
      {can('approve-closure') && <LinkButton to="/persetujuan">{t.approvals}</LinkButton>}
    </>
  );
}

/** The police do not know yet, and must. */
function usePoliceDuty(caseId: string): boolean {
  const { data } = useQuery(intakeTimelineQuery(caseId));
  const has = (type: 'clock-started' | 'clock-met') =>
    data?.items.some((entry) => entry.type === type) === true;
  return has('clock-started') && !has('clock-met');
}

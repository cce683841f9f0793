import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../../app/language/language.js';
import { useMay, useMe } from '../../app/session/me.js';
import { custodyQuery, type Custody } from '../../data/cases.js';
import { useSeenCase } from '../../data/use-seen.js';
import { Notice, Page } from '../../design/page.js';
import { Loaded } from '../../design/states.js';
import { ActionsPanel } from './actions-panel.js';
import { CaseTimeline } from './case-timeline.js';
import { ConsentsPanel } from './consents-panel.js';
import { FilePanel } from './file-panel.js';
import { HandoffsPanel } from './handoffs-panel.js';
import { IdentityBar } from './identity-bar.js';
import { LedgerPanel } from './ledger-panel.js';
import { OverridesPanel } from './overrides-panel.js';
import { SupportPanel } from './support-panel.js';
import { caseTexts } from './texts.js';
import { useFreshCase } from './use-fresh-case.js';
import styles from './view.module.css';

/** One child's case: who holds it, what is due, what happened, and what may be done. No name until somebody asks. */
export function CaseView({ id }: { id: string }) {
  const t = useTexts(caseTexts);
  const query = useQuery(custodyQuery(id));
  useFreshCase(id);
  useSeenCase(id);
  return (
    <Page
      tab={t.tab}
      heading={query.data ? t.heading(query.data.caseNumber) : t.unnamed}
      back={<Link to="/k">{t.toList}</Link>}
    >
      <Loaded query={query} lines={10}>
        {(custody) => <CaseBody custody={custody} />}
      </Loaded>
    </Page>
  );
}

function CaseBody({ custody }: { custody: Custody }) {
  const t = useTexts(caseTexts);
  const me = useMe();
  const may = useMay();
  const isCustodian = custody.custodianAgencyId === me.agencyId;
  return (
    <>
      <IdentityBar custody={custody} isCustodian={isCustodian} />
      {custody.status === 'closed' && (
        <Notice>
          <p>{t.closedNotice}</p>
        </Notice>
      )}
      <div className={styles['layout']}>
        <div className={styles['column']}>
          <ActionsPanel custody={custody} isCustodian={isCustodian} />
          <FilePanel caseId={custody.caseId} isCustodian={isCustodian} />
          {isCustodian && may('consent:read') && <OverridesPanel caseId={custody.caseId} />}
          {isCustodian && may('consent:read') && <ConsentsPanel caseId={custody.caseId} />}
          <SupportPanel caseId={custody.caseId} />
        </div>
        <div className={styles['column']}>
          <HandoffsPanel caseId={custody.caseId} />
          {isCustodian && may('disclosure:read') && <LedgerPanel caseId={custody.caseId} />}
          <CaseTimeline custody={custody} />
        </div>
      </div>
    </>
  );
}

import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { closureReason } from '@rujukan/contracts';
import { useAct } from '../../app/act.js';
import { useDisplay, useLanguage, useTexts } from '../../app/language/language.js';
import { queryClient } from '../../app/query-client.js';
import { approveClosure, closuresQuery, type ClosureItem } from '../../data/support.js';
import { Button, ButtonRow, LinkButton } from '../../design/button.js';
import { Confirm } from '../../design/confirm.js';
import { Listed } from '../../design/more.js';
import { Facts, Page, Panel } from '../../design/page.js';
import { EmptyState } from '../../design/states.js';
import { dateTime } from '../../design/time.js';
import { approvalsTexts } from './texts.js';

const reload = () =>
  Promise.all(
    [['closures'], ['support'], ['custody'], ['cases']].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  );

/** What waits for a second pair of eyes. */
export function ApprovalsView() {
  const t = useTexts(approvalsTexts);
  const query = useInfiniteQuery(closuresQuery);
  return (
    <Page tab={t.tab} heading={t.heading} lead={t.lead}>
      <Listed
        query={query}
        empty={
          <EmptyState title={t.emptyTitle}>
            <p>{t.emptyText}</p>
          </EmptyState>
        }
      >
        {(closures) => closures.map((closure) => <Request key={closure.id} closure={closure} />)}
      </Listed>
    </Page>
  );
}

function Request({ closure }: { closure: ClosureItem }) {
  const t = useTexts(approvalsTexts);
  const display = useDisplay();
  const { language } = useLanguage();
  const [isAsking, ask] = useState(false);
  const act = useAct({
    doneText: t.approved,
    act: (seen: ClosureItem, key) => approveClosure(seen, key),
    onDone: reload,
  });
  return (
    <Panel title={t.item(closure.caseNumber ?? '')}>
      <Facts
        facts={[
          [t.reason, display(closureReason, closure.reason)],
          [t.requestedAt, dateTime(closure.requestedAt, language)],
        ]}
      />
      {!closure.mayApprove && <p>{t.notYours}</p>}
      {isAsking ? (
        <Confirm
          title={t.confirmTitle}
          yes={t.yes}
          no={t.cancel}
          act={act}
          input={closure}
          onBack={() => ask(false)}
          onReload={() => void reload()}
          isHarmful
        >
          <p>{t.confirm}</p>
        </Confirm>
      ) : (
        <ButtonRow>
          {closure.mayApprove && <Button onClick={() => ask(true)}>{t.approve}</Button>}
          <LinkButton kind="secondary" to="/k/$id" params={{ id: closure.caseId }}>
            {t.open}
          </LinkButton>
        </ButtonRow>
      )}
    </Panel>
  );
}

import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { closureReason } from '@rujukan/contracts';
import { useAct } from '../../app/act.js';
import { useDisplay, useLanguage, useTexts } from '../../app/language/language.js';
import { queryClient } from '../../app/query-client.js';
import { useMay } from '../../app/session/me.js';
import { waitingOverridesQuery } from '../../data/overrides.js';
import { approveClosure, closuresQuery, type ClosureItem } from '../../data/support.js';
import { Button, ButtonRow, LinkButton } from '../../design/button.js';
import { Confirm } from '../../design/confirm.js';
import { Listed } from '../../design/more.js';
import { Facts, Page, Panel } from '../../design/page.js';
import { dateTime } from '../../design/time.js';
import { OverrideCard } from '../case/override-card.js';
import { approvalsTexts } from './texts.js';
import styles from './view.module.css';

const reload = () =>
  Promise.all(
    [['closures'], ['support'], ['custody'], ['cases']].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  );

/** What waits for a second pair of eyes. */
export function ApprovalsView() {
  const t = useTexts(approvalsTexts);
  const may = useMay();
  return (
    <Page tab={t.tab} heading={t.heading} lead={t.lead}>
      {may('override:approve') && <Overrides />}
      {may('closure:approve') && <Closures />}
    </Page>
  );
}

/** Exceptions of every case: none waits because nobody opened its page. */
function Overrides() {
  const t = useTexts(approvalsTexts);
  const query = useInfiniteQuery(waitingOverridesQuery);
  return (
    <Section title={t.overrides}>
      <Listed query={query} empty={<p>{t.overridesEmpty}</p>}>
        {(overrides) =>
          overrides.map((override) => (
            <Panel key={override.id} title={t.caseOf(override.caseNumber)}>
              <OverrideCard override={override} />
              <ButtonRow>
                <LinkButton kind="secondary" to="/k/$id" params={{ id: override.caseId }}>
                  {t.open}
                </LinkButton>
              </ButtonRow>
            </Panel>
          ))
        }
      </Listed>
    </Section>
  );
}

function Closures() {
  const t = useTexts(approvalsTexts);
  const query = useInfiniteQuery(closuresQuery);
  return (
    <Section title={t.closures}>
      <Listed query={query} empty={<p>{t.closuresEmpty}</p>}>
        {(closures) => closures.map((closure) => <Request key={closure.id} closure={closure} />)}
      </Listed>
    </Section>
  );
}

const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className={styles['section']} aria-label={title}>
    <h2>{title}</h2>
    {children}
  </section>
);

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

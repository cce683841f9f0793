import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { consentGiver, consentStatus, fieldGroup, giverRelation, withdrawalAnswer } from '@rujukan/contracts';
import { findDraft } from '../../app/drafts.js';
import { useDisplay, useLanguage, useTexts } from '../../app/language/language.js';
import { useMay } from '../../app/session/me.js';
import { useAgencyName } from '../../data/agencies.js';
import { consentQuery, consentsQuery, type Consent } from '../../data/consents.js';
import { Button, ButtonRow } from '../../design/button.js';
import { Chip, DeadlineChip } from '../../design/chip.js';
import { Facts, Panel } from '../../design/page.js';
import { Row, Rows } from '../../design/rows.js';
import { Loaded } from '../../design/states.js';
import { dateTime, day } from '../../design/time.js';
import { consentTexts } from './consent.texts.js';
import styles from './view.module.css';
import { WithdrawForm } from './withdraw-form.js';
import { withdrawalDraft } from './withdrawal.js';

interface Props {
  readonly caseId: string;
}

/** What was said about sharing this case, by whom, and what came of it. */
export function ConsentsPanel({ caseId }: Props) {
  const t = useTexts(consentTexts);
  const { data } = useQuery(consentsQuery(caseId));
  if (!data || data.items.length === 0) return null;
  return (
    <Panel title={t.title}>
      <p>{t.lead}</p>
      {data.items.map((consent) => (
        <One key={consent.id} caseId={caseId} consent={consent} />
      ))}
    </Panel>
  );
}

function One({ caseId, consent }: Props & { readonly consent: Consent }) {
  const t = useTexts(consentTexts);
  const display = useDisplay();
  const agency = useAgencyName();
  const { language } = useLanguage();
  const { status, endedAt } = consent;
  return (
    <section className={styles['section']}>
      <h3>{t.item(display(consentGiver, consent.givenBy), display(giverRelation, consent.relation))}</h3>
      <State consent={consent} />
      <Facts
        facts={[
          [t.recipients, consent.recipients.map(agency).join(', ')],
          [t.data, consent.fieldGroups.map((group) => display(fieldGroup, group)).join('; ')],
          [t.recordedAt, dateTime(consent.recordedAt, language)],
          status === 'active' && [t.validTo, day(consent.validTo, language)],
          endedAt !== undefined && [t.endedAt, dateTime(endedAt, language)],
        ]}
      />
      {isOpen(consent) ? <Withdraw caseId={caseId} consent={consent} /> : <Answers consent={consent} />}
    </section>
  );
}

/** Also after its period: the copies that were made under it are still there. */
const isOpen = ({ status, isGiven }: Consent): boolean =>
  isGiven && (status === 'active' || status === 'expired');

function State({ consent: { status, isGiven, counts } }: { readonly consent: Consent }) {
  const t = useTexts(consentTexts);
  const display = useDisplay();
  if (!isGiven)
    return (
      <div>
        <Chip tone="warn">{t.no}</Chip>
      </div>
    );
  const isIdle = status === 'active' && !counts;
  return (
    <div>
      <Chip tone={counts ? 'ok' : 'warn'}>{isIdle ? t.idle : display(consentStatus, status)}</Chip>
    </div>
  );
}

function Withdraw({ caseId, consent }: Props & { readonly consent: Consent }) {
  const t = useTexts(consentTexts);
  const may = useMay();
  const [isAsking, ask] = useState(() => findDraft(withdrawalDraft(caseId, consent.id)) !== undefined);
  if (!may('consent:write')) return null;
  if (isAsking) return <WithdrawForm caseId={caseId} consent={consent} onClose={() => ask(false)} />;
  return (
    <ButtonRow>
      <Button kind="secondary" onClick={() => ask(true)}>
        {t.withdraw}
      </Button>
    </ButtonRow>
  );
}

/** Of a consent that was taken back: who has to say what becomes of its copy, and what it said. */
function Answers({ consent }: { readonly consent: Consent }) {
  const t = useTexts(consentTexts);
  const [isShown, show] = useState(false);
  if (consent.status !== 'withdrawn' && consent.status !== 'entered-in-error') return null;
  if (isShown) return <AnswerList consent={consent} />;
  return (
    <ButtonRow>
      <Button kind="secondary" onClick={() => show(true)}>
        {t.showAnswers}
      </Button>
    </ButtonRow>
  );
}

function AnswerList({ consent }: { readonly consent: Consent }) {
  const t = useTexts(consentTexts);
  const display = useDisplay();
  const agency = useAgencyName();
  const { language } = useLanguage();
  const query = useQuery(consentQuery(consent.id));
  return (
    <Loaded query={query} lines={2}>
      {({ withdrawal }) => {
        if (withdrawal.length === 0) return <p>{t.noAnswers}</p>;
        return (
          <Rows label={t.answers}>
            {withdrawal.map(({ noticeId, agencyId, answer, at, dueAt }) => (
              <Row
                key={noticeId}
                link={<strong>{agency(agencyId)}</strong>}
                sub={at ? t.answeredAt(dateTime(at, language)) : t.answerBefore(dateTime(dueAt, language))}
                side={
                  answer ? (
                    <Chip tone="ok">{display(withdrawalAnswer, answer)}</Chip>
                  ) : (
                    <>
                      <Chip tone="warn">{t.notYet}</Chip>
                      <DeadlineChip dueAt={dueAt} />
                    </>
                  )
                }
              />
            ))}
          </Rows>
        );
      }}
    </Loaded>
  );
}

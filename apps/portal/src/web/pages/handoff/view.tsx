import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { handoffKind, handoffStatus } from '@rujukan/contracts';
import { useDisplay, useTexts } from '../../app/language/language.js';
import { useMay, useMe } from '../../app/session/me.js';
import { awaitsAnswer, handoffQuery, handoffStepsQuery, isUnmet, type Handoff } from '../../data/handoffs.js';
import { useSeen } from '../../data/use-seen.js';
import { ButtonRow, LinkButton } from '../../design/button.js';
import { HandoffState } from '../../design/handoff-state.js';
import { Page, Panel } from '../../design/page.js';
import { Loaded } from '../../design/states.js';
import { Steps } from '../../design/steps.js';
import { Actions } from './actions.js';
import { Alternatives } from './alternatives.js';
import { Chain } from './chain.js';
import { DeskPanel } from './desk-panel.js';
import { Duties } from './duties.js';
import { EnvelopePanel, Gist, SharedPanel } from './envelope.js';
import { FeedbackPanel } from './feedback-panel.js';
import { History } from './history.js';
import { stepsOf } from './progress.js';
import { ReceiptsPanel } from './receipts-panel.js';
import { RollbackPanel } from './rollback-panel.js';
import { handoffTexts } from './texts.js';
import { WithdrawalPanel } from './withdrawal-panel.js';
import { WhoActs } from './who-acts.js';

/** One handoff, as both sides see it: how far it is, who must act, what may be done. */
export function HandoffView({ id }: { id: string }) {
  const t = useTexts(handoffTexts);
  const display = useDisplay();
  const me = useMe();
  const query = useQuery(handoffQuery(id));
  useSeen(id);
  const handoff = query.data;
  const isSender = handoff?.from.agencyId === me.agencyId;
  return (
    <Page
      tab={t.tab}
      heading={handoff ? t.heading(display(handoffKind, handoff.kind), handoff.number) : t.unnamed}
      back={isSender ? <Link to="/terkirim">{t.toOutbox}</Link> : <Link to="/kotak-masuk">{t.toInbox}</Link>}
    >
      <Loaded query={query} lines={8}>
        {(loaded) => <HandoffBody handoff={loaded} isSender={isSender} />}
      </Loaded>
    </Page>
  );
}

function Progress({ handoff }: { handoff: Handoff }) {
  const t = useTexts(handoffTexts);
  const display = useDisplay();
  // What was so before the last change still is: nothing blinks while the change is on its way.
  const { data: past } = useQuery({ ...handoffStepsQuery(handoff), placeholderData: keepPreviousData });
  const steps = stepsOf(handoff, past?.items.map(({ status }) => status) ?? [], {
    t,
    state: display(handoffStatus, handoff.status),
  });
  return <Steps label={t.steps} steps={steps} />;
}

function HandoffBody({ handoff, isSender }: { handoff: Handoff; isSender: boolean }) {
  const may = useMay();
  const needsNewReceiver = isSender && isUnmet(handoff.status) && may('handoff:create');
  return (
    <>
      <Progress handoff={handoff} />
      <TurnPanel handoff={handoff} isSender={isSender} />
      <Chain handoff={handoff} isSender={isSender} />
      {handoff.rollback && <RollbackPanel handoff={handoff} rollback={handoff.rollback} />}
      {!isSender && <WithdrawalPanel handoffId={handoff.id} />}
      <Actions handoff={handoff} />
      {!isSender && may('handoff:answer') && <DeskPanel handoff={handoff} />}
      {needsNewReceiver && handoff.caseId && <Alternatives handoff={handoff} caseId={handoff.caseId} />}
      <FeedbackPanel handoff={handoff} isSender={isSender} />
      <EnvelopePanel handoff={handoff} />
      <SharedPanel handoff={handoff} isSender={isSender} />
      <ReceiptsPanel handoffId={handoff.id} />
      <History handoff={handoff} isSender={isSender} />
    </>
  );
}

function TurnPanel({ handoff, isSender }: { handoff: Handoff; isSender: boolean }) {
  const t = useTexts(handoffTexts);
  const may = useMay();
  const caseId = isSender && hasLeft(handoff) ? undefined : handoff.caseId;
  // The first contact is recorded on the page of the case.
  const startsNow = !isSender && handoff.status === 'accepted';
  return (
    <Panel title={t.whoActs} aside={<HandoffState handoff={handoff} />}>
      {!isSender && awaitsAnswer(handoff.status) && <Gist handoff={handoff} />}
      <WhoActs handoff={handoff} isSender={isSender} />
      <Duties handoff={handoff} />
      {caseId && may('case:read') && (
        <ButtonRow>
          <LinkButton kind={startsNow ? 'primary' : 'secondary'} to="/k/$id" params={{ id: caseId }}>
            {t.openCase(handoff.caseNumber ?? '')}
          </LinkButton>
        </ButtonRow>
      )}
    </Panel>
  );
}

/** After an accepted transfer the case is not the sender's any more: a link would lead nowhere. */
const hasLeft = (handoff: Handoff): boolean =>
  handoff.kind === 'transfer' &&
  ['accepted', 'in-progress', 'completed', 'not-completed'].includes(handoff.status);

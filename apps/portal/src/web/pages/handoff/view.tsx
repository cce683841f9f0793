import { useQuery } from '@tanstack/react-query';
import { handoffKind, handoffStatus } from '@rujukan/contracts';
import { useDisplay, useTexts } from '../../app/language/language.js';
import { useMay, useMe } from '../../app/session/me.js';
import { handoffQuery, type Handoff } from '../../data/handoffs.js';
import { ButtonRow, LinkButton } from '../../design/button.js';
import { Chip } from '../../design/chip.js';
import { handoffTone } from '../../design/handoff-tone.js';
import { Page, Panel } from '../../design/page.js';
import { Loaded } from '../../design/states.js';
import { Steps } from '../../design/steps.js';
import { Actions } from './actions.js';
import { Alternatives } from './alternatives.js';
import { EnvelopePanel, SharedPanel } from './envelope.js';
import { History } from './history.js';
import { stepsOf } from './progress.js';
import { handoffTexts } from './texts.js';
import { WhoActs } from './who-acts.js';

/** One handoff, as both sides see it: how far it is, who must act, what may be done. */
export function HandoffView({ id }: { id: string }) {
  const t = useTexts(handoffTexts);
  const display = useDisplay();
  const query = useQuery(handoffQuery(id));
  const heading = query.data && t.heading(display(handoffKind, query.data.kind), query.data.number);
  return (
    <Page tab={t.tab} heading={heading ?? t.tab}>
      <Loaded query={query} lines={8}>
        {(handoff) => <HandoffBody handoff={handoff} />}
      </Loaded>
    </Page>
  );
}

function HandoffBody({ handoff }: { handoff: Handoff }) {
  const t = useTexts(handoffTexts);
  const display = useDisplay();
  const me = useMe();
  const may = useMay();
  const isSender = handoff.from.agencyId === me.agencyId;
  const stateName = display(handoffStatus, handoff.status);
  return (
    <>
      <Steps label={t.steps} steps={stepsOf(handoff, t, stateName)} />
      <Panel title={t.whoActs} aside={<Chip tone={handoffTone[handoff.status]}>{stateName}</Chip>}>
        <WhoActs handoff={handoff} isSender={isSender} />
        {handoff.caseId && may('case:read') && !(isSender && hasLeft(handoff)) && (
          <ButtonRow>
            <LinkButton kind="secondary" to="/k/$id" params={{ id: handoff.caseId }}>
              {t.openCase(handoff.caseNumber ?? '')}
            </LinkButton>
          </ButtonRow>
        )}
      </Panel>
      {may('handoff:answer') && handoff.allowedActions.length > 0 && <Actions handoff={handoff} />}
      {isSender && handoff.status === 'rejected' && may('handoff:create') && (
        <Alternatives handoff={handoff} />
      )}
      <EnvelopePanel handoff={handoff} />
      <SharedPanel handoff={handoff} isSender={isSender} />
      <History handoff={handoff} />
    </>
  );
}

/** After an accepted transfer the case is not the sender's any more: a link would lead nowhere. */
const hasLeft = (handoff: Handoff): boolean =>
  handoff.kind === 'transfer' && !['requested', 'received', 'rejected'].includes(handoff.status);

import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { handoffKind } from '@rujukan/contracts';
import { useAct } from '../../app/act.js';
import { useDisplay, useTexts } from '../../app/language/language.js';
import { queryClient } from '../../app/query-client.js';
import { custodyQuery } from '../../data/cases.js';
import { requestHandoff, type Handoff, type NewHandoff } from '../../data/handoffs.js';
import { needOf, providersQuery, type Provider } from '../../data/providers.js';
import { successorOf } from '../../data/successor.js';
import { ActFailure } from '../../design/act-failure.js';
import { Button, ButtonRow, LinkButton } from '../../design/button.js';
import { Chip } from '../../design/chip.js';
import { HandoffState } from '../../design/handoff-state.js';
import { Numbers } from '../../design/numbers.js';
import { Panel } from '../../design/page.js';
import { Row, Rows } from '../../design/rows.js';
import { Loaded } from '../../design/states.js';
import { useCaseHandoffs } from '../case/use-case-handoffs.js';
import { useProviderFacts } from '../refer/providers.js';
import { askAgain } from './ask-again.js';
import { handoffTexts } from './texts.js';

interface Props {
  readonly handoff: Handoff;
  readonly caseId: string;
}

/** A decline is not the end: either the need was referred again, or somebody else must be found for it. */
export function Alternatives({ handoff, caseId }: Props) {
  const t = useTexts(handoffTexts);
  const { query, handoffs } = useCaseHandoffs(caseId);
  const successor = successorOf(handoff, handoffs);
  if (query.isPending) return null;
  if (successor) return <SentAgain successor={successor} />;
  return (
    <Panel title={t.alternatives}>
      <Offers handoff={handoff} caseId={caseId} />
      <ButtonRow>
        <LinkButton
          kind="secondary"
          to="/k/$id/kirim"
          params={{ id: caseId }}
          search={{ jenis: 'rujukan', layanan: handoff.serviceType }}
        >
          {t.referAgain}
        </LinkButton>
      </ButtonRow>
    </Panel>
  );
}

function SentAgain({ successor }: { successor: Handoff }) {
  const t = useTexts(handoffTexts);
  const display = useDisplay();
  return (
    <Panel title={t.sentAgain}>
      <Rows label={t.sentAgain}>
        <Row
          link={
            <Link to="/r/$id" params={{ id: successor.id }}>
              <Numbers text={t.heading(display(handoffKind, successor.kind), successor.number)} />
            </Link>
          }
          sub={successor.to.name}
          side={<HandoffState handoff={successor} />}
        />
      </Rows>
    </Panel>
  );
}

/** Who else gives the same service, the proposed one first, and each one tap away. */
function Offers({ handoff, caseId }: Props) {
  const t = useTexts(handoffTexts);
  const factsOf = useProviderFacts();
  const { data: custody, isPending } = useQuery(custodyQuery(caseId));
  const query = useQuery({ ...providersQuery(needOf(handoff, custody?.need)), enabled: !isPending });
  const proposed = handoff.proposal?.serviceId;
  return (
    <Loaded query={query} lines={3}>
      {(providers) => {
        const others = providers.filter(
          ({ agency, mayBeAsked }) =>
            mayBeAsked && agency.id !== handoff.to.agencyId && agency.id !== handoff.from.agencyId,
        );
        if (others.length === 0) return <p>{t.alternativesNone}</p>;
        const isProposed = ({ service }: Provider) => service.id === proposed;
        const inOrder = [...others.filter(isProposed), ...others.filter((one) => !isProposed(one))];
        return (
          <Rows label={t.alternatives}>
            {inOrder.map((provider) => (
              <Row
                key={provider.service.id}
                link={<strong>{`${provider.agency.name}: ${provider.service.name}`}</strong>}
                sub={factsOf(provider)}
                side={
                  <>
                    {isProposed(provider) && <Chip tone="info">{t.proposed}</Chip>}
                    <AskAgain handoff={handoff} caseId={caseId} provider={provider} />
                  </>
                }
              />
            ))}
          </Rows>
        );
      }}
    </Loaded>
  );
}

/** The same question once more, to this provider: nothing has to be written again. */
function AskAgain({ handoff, caseId, provider }: Props & { readonly provider: Provider }) {
  const t = useTexts(handoffTexts);
  const navigate = useNavigate();
  const act = useAct({
    doneText: t.askedAgain(provider.agency.name),
    act: (again: NewHandoff, key) => requestHandoff(again, key),
    onDone: async (sent) => {
      await queryClient.invalidateQueries({ queryKey: ['handoffs'] });
      await navigate({ to: '/r/$id', params: { id: sent.id } });
    },
  });
  const again = askAgain(handoff, caseId, provider);
  // What it was for is sealed, and only the sender reads it.
  if (!again) return null;
  return (
    <>
      <Button isBusy={act.isBusy} aria-label={t.askNow(provider.agency.name)} onClick={() => act.run(again)}>
        {t.askNowShort}
      </Button>
      <ActFailure act={act} />
    </>
  );
}

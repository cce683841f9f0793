import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { handoffKind } from '@rujukan/contracts';
import { useDisplay, useTexts } from '../../app/language/language.js';
import { useAgencyName } from '../../data/agencies.js';
import { handoffQuery, type Handoff } from '../../data/handoffs.js';
import { HandoffState } from '../../design/handoff-state.js';
import { Numbers } from '../../design/numbers.js';
import { Notice, Panel } from '../../design/page.js';
import { Row, Rows } from '../../design/rows.js';
import { useCaseHandoffs } from '../case/use-case-handoffs.js';
import { handoffTexts } from './texts.js';

interface Props {
  readonly handoff: Handoff;
  readonly isSender: boolean;
}

/** To its sender: where it was passed on to, and from where it came. Who passed it on is no party to what came of it. */
export const Chain = ({ handoff, isSender }: Props) =>
  isSender && handoff.caseId && <Links handoff={handoff} caseId={handoff.caseId} />;

function Links({ handoff, caseId }: Pick<Props, 'handoff'> & { readonly caseId: string }) {
  const t = useTexts(handoffTexts);
  const { handoffs } = useCaseHandoffs(caseId);
  const origin = useOrigin(handoff, handoffs);
  const onward = handoffs.filter(({ partOf }) => partOf === handoff.id);
  if (!origin && onward.length === 0) return null;
  const isWaiting = onward.length > 0 && handoff.status !== 'referred-onward';
  return (
    <Panel title={t.chain}>
      {isWaiting && (
        <Notice>
          <p>{t.chainWaits(handoff.to.name)}</p>
        </Notice>
      )}
      <Rows label={t.chain}>
        {origin && <Line handoff={origin} said={t.cameFrom} />}
        {onward.map((one) => (
          <Line key={one.id} handoff={one} said={t.wentTo} />
        ))}
      </Rows>
    </Panel>
  );
}

/** The one it was passed on from: on the list of the case, or asked for where that list is long. */
function useOrigin({ partOf }: Handoff, listed: readonly Handoff[]): Handoff | undefined {
  const known = listed.find(({ id }) => id === partOf);
  const { data } = useQuery({
    ...handoffQuery(partOf ?? ''),
    enabled: partOf !== undefined && listed.length > 0 && !known,
  });
  return known ?? data;
}

function Line({ handoff, said }: { handoff: Handoff; said: (name: string) => string }) {
  const t = useTexts(handoffTexts);
  const display = useDisplay();
  const agency = useAgencyName();
  const by = handoff.forwardedBy && t.forwardedBy(agency(handoff.forwardedBy.agencyId));
  return (
    <Row
      link={
        <Link to="/r/$id" params={{ id: handoff.id }}>
          <Numbers text={t.heading(display(handoffKind, handoff.kind), handoff.number)} />
        </Link>
      }
      sub={[said(handoff.to.name), by].filter(Boolean).join(' · ')}
      side={<HandoffState handoff={handoff} />}
    />
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { capacityStatus, handoffKind, handoffStatus } from '@rujukan/contracts';
import { useDisplay, useTexts } from '../../app/language/language.js';
import { servicesQuery, useAgencyName } from '../../data/agencies.js';
import type { Handoff } from '../../data/handoffs.js';
import { successorOf } from '../../data/successor.js';
import { ButtonRow, LinkButton } from '../../design/button.js';
import { Chip } from '../../design/chip.js';
import { handoffTone } from '../../design/handoff-tone.js';
import { Numbers } from '../../design/numbers.js';
import { Panel } from '../../design/page.js';
import { Row, Rows } from '../../design/rows.js';
import { Loaded } from '../../design/states.js';
import { useCaseHandoffs } from '../case/use-case-handoffs.js';
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
      <Offers handoff={handoff} />
      <ButtonRow>
        <LinkButton
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
          side={<Chip tone={handoffTone[successor.status]}>{display(handoffStatus, successor.status)}</Chip>}
        />
      </Rows>
    </Panel>
  );
}

/** Who else offers the same service, and is there room. */
function Offers({ handoff }: { handoff: Handoff }) {
  const t = useTexts(handoffTexts);
  const display = useDisplay();
  const agency = useAgencyName();
  const query = useQuery(servicesQuery(handoff.serviceType));
  return (
    <Loaded query={query} lines={3}>
      {(services) => {
        const others = services.filter(
          ({ agencyId }) => agencyId !== handoff.to.agencyId && agencyId !== handoff.from.agencyId,
        );
        if (others.length === 0) return <p>{t.alternativesNone}</p>;
        return (
          <Rows label={t.alternatives}>
            {others.map((service) => (
              <Row
                key={service.id}
                link={<strong>{agency(service.agencyId)}</strong>}
                sub={service.name}
                side={
                  <Chip tone={service.capacity.status === 'capacity' ? 'ok' : 'neutral'}>
                    {display(capacityStatus, service.capacity.status)}
                    {service.capacity.available !== undefined &&
                      ` · ${t.available(service.capacity.available)}`}
                  </Chip>
                }
              />
            ))}
          </Rows>
        );
      }}
    </Loaded>
  );
}

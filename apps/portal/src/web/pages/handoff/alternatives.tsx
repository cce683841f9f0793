import { useQuery } from '@tanstack/react-query';
import { capacityStatus } from '@rujukan/contracts';
import { useDisplay, useTexts } from '../../app/language/language.js';
import { servicesQuery, useAgencyName } from '../../data/agencies.js';
import type { Handoff } from '../../data/handoffs.js';
import { LinkButton } from '../../design/button.js';
import { Chip } from '../../design/chip.js';
import { Panel } from '../../design/page.js';
import { Row, Rows } from '../../design/rows.js';
import { Loaded } from '../../design/states.js';
import { handoffTexts } from './texts.js';

/** A decline is not the end: who else offers the same service, and is there room. */
export function Alternatives({ handoff }: { handoff: Handoff }) {
  const t = useTexts(handoffTexts);
  const display = useDisplay();
  const agency = useAgencyName();
  const query = useQuery(servicesQuery(handoff.serviceType));
  return (
    <Panel title={t.alternatives}>
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
      {handoff.caseId && (
        <div>
          <LinkButton
            to="/k/$id/kirim"
            params={{ id: handoff.caseId }}
            search={{ jenis: 'rujukan', layanan: handoff.serviceType }}
          >
            {t.referAgain}
          </LinkButton>
        </div>
      )}
    </Panel>
  );
}

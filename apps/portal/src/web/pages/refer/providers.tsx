import type { ReactNode } from 'react';
import { capacityStatus, mismatch } from '@rujukan/contracts';
import { useDisplay, useLanguage, useTexts } from '../../app/language/language.js';
import type { Provider } from '../../data/providers.js';
import type { Option } from '../../design/field.js';
import { Row, Rows } from '../../design/rows.js';
import { day } from '../../design/time.js';
import { providerTexts } from './providers.texts.js';

/** What is known of a provider, in one line: the agreement, the room, the hour, and what speaks against it. */
export function useProviderFacts(): (provider: Provider) => string {
  const t = useTexts(providerTexts);
  const display = useDisplay();
  const { language } = useLanguage();
  return ({ agreement, capacity, isOpenNow, reasons }) => {
    const room = [
      display(capacityStatus, capacity.status),
      capacity.available !== undefined && t.places(capacity.available),
      capacity.nextAvailable && t.roomFrom(day(capacity.nextAvailable, language)),
    ];
    const told = ['agreement-missing', 'agreement-expired', 'no-capacity'];
    const against = reasons.filter((reason) => !told.includes(reason));
    return [
      t[agreement],
      room.filter(Boolean).join(', '),
      isOpenNow === false && t.closedNow,
      ...against.map((reason) => display(mismatch, reason)),
    ]
      .filter(Boolean)
      .join(' · ');
  };
}

const nameOf = ({ agency, service }: Provider): string => `${agency.name}: ${service.name}`;

/** Whom a request can go to, the best first: as options of a field. */
export function useProviderOptions(): (providers: readonly Provider[]) => readonly Option[] {
  const factsOf = useProviderFacts();
  return (providers) =>
    providers
      .filter(({ mayBeAsked }) => mayBeAsked)
      .map((provider) => ({ value: provider.service.id, label: nameOf(provider), hint: factsOf(provider) }));
}

/** Whom a request would be refused for, and why: so that nobody wonders where they are. */
export function NotNow({ providers }: { providers: readonly Provider[] }): ReactNode {
  const t = useTexts(providerTexts);
  const factsOf = useProviderFacts();
  const others = providers.filter(({ mayBeAsked }) => !mayBeAsked);
  if (others.length === 0) return null;
  return (
    <details open>
      <summary>{t.notNow(others.length)}</summary>
      <Rows label={t.notNow(others.length)}>
        {others.map((provider) => (
          <Row key={provider.service.id} link={<strong>{nameOf(provider)}</strong>} sub={factsOf(provider)} />
        ))}
      </Rows>
    </details>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../../app/language/language.js';
import { overridesQuery } from '../../data/overrides.js';
import { Panel } from '../../design/page.js';
import { overrideTexts } from '../refer/override.texts.js';
import { OverrideCard } from './override-card.js';

interface Props {
  readonly caseId: string;
}

/** Exceptions of a case: what waits for a second person, and what was decided. */
export function OverridesPanel({ caseId }: Props) {
  const t = useTexts(overrideTexts);
  const { data } = useQuery(overridesQuery(caseId));
  if (!data || data.items.length === 0) return null;
  return (
    <Panel title={t.panel}>
      <p>{t.panelLead}</p>
      {data.items.map((override) => (
        <OverrideCard key={override.id} override={override} />
      ))}
    </Panel>
  );
}

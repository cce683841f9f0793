import { useState } from 'react';
import { useTexts } from '../../app/language/language.js';
import { queryClient } from '../../app/query-client.js';
import type { Report, TriageAction } from '../../data/reports.js';
import { Button, ButtonRow } from '../../design/button.js';
import { Panel } from '../../design/page.js';
import { AcceptForm } from './accept-form.js';
import { ForwardForm } from './forward-form.js';
import { InsufficientForm } from './insufficient-form.js';
import { LinkForm } from './link-form.js';
import { reportTexts } from './texts.js';

const forms = {
  accept: AcceptForm,
  forward: ForwardForm,
  'link-duplicate': LinkForm,
  'mark-insufficient': InsufficientForm,
} as const;

const order: readonly TriageAction[] = ['accept', 'forward', 'mark-insufficient', 'link-duplicate'];

/** Receive, forward, link or ask: never reject. */
export function Triage({ report }: { report: Report }) {
  const t = useTexts(reportTexts);
  const [chosen, choose] = useState<TriageAction>();
  const labels: Record<TriageAction, string> = {
    accept: t.accept,
    forward: t.forward,
    'link-duplicate': t.link,
    'mark-insufficient': t.insufficient,
  };
  const reload = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: ['report', report.id] }),
      queryClient.invalidateQueries({ queryKey: ['reports'] }),
      queryClient.invalidateQueries({ queryKey: ['cases'] }),
    ]);
  if (chosen) {
    const Form = forms[chosen];
    return (
      <Panel title={labels[chosen]}>
        <Form report={report} onClose={() => choose(undefined)} onDone={reload} />
      </Panel>
    );
  }
  return (
    <Panel title={t.triage}>
      <p>{t.triageLead}</p>
      <ButtonRow>
        {order
          .filter((action) => report.allowedActions.includes(action))
          .map((action) => (
            <Button
              key={action}
              kind={action === 'accept' ? 'primary' : 'secondary'}
              onClick={() => choose(action)}
            >
              {labels[action]}
            </Button>
          ))}
      </ButtonRow>
    </Panel>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useFormContext } from 'react-hook-form';
import { useAct } from '../../app/act.js';
import { LineDown } from '../../app/call-api.js';
import { dropDraft, keepDraft } from '../../app/drafts.js';
import { useTexts } from '../../app/language/language.js';
import { queryClient } from '../../app/query-client.js';
import { requestHandoff } from '../../data/handoffs.js';
import { previewQuery } from '../../data/providers.js';
import { ActFailure } from '../../design/act-failure.js';
import { Button, ButtonRow } from '../../design/button.js';
import { Discard } from '../../design/discard.js';
import { ErrorSummary } from '../../design/error-summary.js';
import { CheckField } from '../../design/field.js';
import form from '../../design/form.module.css';
import { Notice } from '../../design/page.js';
import { isSeen, Preview } from './preview.js';
import { toHandoff, type ReferForm } from './refer-form.js';
import { Summary } from './summary.js';
import { referTexts } from './texts.js';

interface Props {
  readonly caseId: string;
  readonly isTransfer: boolean;
  readonly draft: { readonly name: string; readonly key: string };
  readonly onStep: (step: number) => void;
}

/** Everything once more, and what the receiver will see, before it goes. */
export function CheckStep({ caseId, isTransfer, draft, onStep }: Props) {
  const t = useTexts(referTexts);
  const { getValues, handleSubmit, formState, register } = useFormContext<ReferForm>();
  const values = getValues();
  const act = useSend({ caseId, isTransfer, draft });
  const preview = useQuery(previewQuery(toHandoff(values, caseId, isTransfer)));
  const navigate = useNavigate();
  const discard = async () => {
    dropDraft(draft.name);
    await navigate({ to: '/k/$id', params: { id: caseId } });
  };
  const missing = formState.errors.isUnderstood?.message;
  return (
    <form noValidate className={form['form']} onSubmit={(event) => void handleSubmit(act.run)(event)}>
      <ErrorSummary
        mistakes={missing ? [{ name: 'isUnderstood', text: missing }] : []}
        attempt={formState.submitCount}
      />
      <ActFailure act={act} onField={() => onStep(1)} onReload={() => void discard()} />
      <Summary values={values} isTransfer={isTransfer} onStep={onStep} />
      <Preview query={preview} isTransfer={isTransfer} />
      <Notice tone={isTransfer ? 'danger' : 'info'}>
        <p>{isTransfer ? t.confirmTransfer : t.confirmReferral}</p>
        {isTransfer && (
          <CheckField
            label={t.understand}
            error={missing}
            {...register('isUnderstood', { validate: (ticked) => ticked || t.mustUnderstand })}
          />
        )}
      </Notice>
      <ButtonRow>
        <Button type="submit" isBusy={act.isBusy} disabled={!isSeen(preview)}>
          {isTransfer ? t.sendTransfer : t.sendReferral}
        </Button>
        <Button kind="secondary" onClick={() => onStep(1)}>
          {t.back}
        </Button>
        <Discard onDiscard={() => void discard()} />
      </ButtonRow>
    </form>
  );
}

function useSend({ caseId, isTransfer, draft }: Omit<Props, 'onStep'>) {
  const t = useTexts(referTexts);
  const navigate = useNavigate();
  const { getValues } = useFormContext<ReferForm>();
  const act = useAct({
    key: draft.key,
    doneText: t.sent,
    act: (values: ReferForm, key) => requestHandoff(toHandoff(values, caseId, isTransfer), key),
    onDone: async (sent) => {
      dropDraft(draft.name);
      await queryClient.invalidateQueries({ queryKey: ['handoffs'] });
      await navigate({ to: '/r/$id', params: { id: sent.id }, replace: true });
    },
  });
  useEffect(() => {
    if (act.error instanceof LineDown) keepDraft(draft.name, getValues(), { state: 'unsent' });
  }, [act.error, act.failures, draft.name, getValues]);
  return act;
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormProvider, useFormContext, useWatch } from 'react-hook-form';
import { consentGiver } from '@rujukan/contracts';
import { useDraftForm } from '../../app/draft-form.js';
import { dropDraft } from '../../app/drafts.js';
import { useLanguage, useTexts } from '../../app/language/language.js';
import { queryClient } from '../../app/query-client.js';
import { useAgencyName } from '../../data/agencies.js';
import { consentQuery, withdrawConsent, type Consent } from '../../data/consents.js';
import { Button, ButtonRow } from '../../design/button.js';
import { Confirm } from '../../design/confirm.js';
import { ErrorSummary } from '../../design/error-summary.js';
import { RadioGroup, TextArea } from '../../design/field.js';
import form from '../../design/form.module.css';
import { formMistakes } from '../../design/form-mistakes.js';
import { optionsOf } from '../../design/options.js';
import { Loaded } from '../../design/states.js';
import { consentTexts } from './consent.texts.js';
import {
  emptyWithdrawal,
  isMistake,
  toWithdrawal,
  withdrawalDraft,
  type WithdrawalForm,
} from './withdrawal.js';

interface Props {
  readonly caseId: string;
  readonly consent: Consent;
  readonly onClose: () => void;
}

const changed = ['consents', 'consent', 'disclosures', 'handoffs', 'handoff', 'clocks'] as const;

const reload = () => Promise.all(changed.map((name) => queryClient.invalidateQueries({ queryKey: [name] })));

/** Who takes a consent back and why; then what will happen, who has to answer, and yes or no. */
export function WithdrawForm({ caseId, consent, onClose }: Props) {
  const t = useTexts(consentTexts);
  const name = withdrawalDraft(caseId, consent.id);
  const [isSure, ask] = useState(false);
  const { methods, act } = useDraftForm<WithdrawalForm>({
    name,
    empty: emptyWithdrawal,
    doneText: t.done,
    act: (values, key) => withdrawConsent(consent, toWithdrawal(values, consent.givenBy), key),
    onDone: async () => {
      await reload();
      onClose();
    },
  });
  const { errors, submitCount } = methods.formState;
  const leave = () => {
    dropDraft(name);
    onClose();
  };
  if (isSure)
    return (
      <Confirm
        title={t.confirmTitle}
        yes={t.yesWithdraw}
        no={t.change}
        act={act}
        input={methods.getValues()}
        onBack={() => ask(false)}
        onReload={() => void reload().then(leave)}
        isHarmful
      >
        <Effects consent={consent} />
      </Confirm>
    );
  return (
    <FormProvider {...methods}>
      <form
        noValidate
        className={form['form']}
        onSubmit={(event) => void methods.handleSubmit(() => ask(true))(event)}
      >
        <h4>{t.withdrawTitle}</h4>
        <ErrorSummary mistakes={formMistakes(errors)} attempt={submitCount} />
        <Fields />
        <ButtonRow>
          <Button type="submit">{t.go}</Button>
          <Button kind="secondary" onClick={leave}>
            {t.back}
          </Button>
        </ButtonRow>
      </form>
    </FormProvider>
  );
}

function Fields() {
  const t = useTexts(consentTexts);
  const { language } = useLanguage();
  const { register, formState } = useFormContext<WithdrawalForm>();
  const reason = useWatch<WithdrawalForm, 'reason'>({ name: 'reason' });
  const { errors } = formState;
  return (
    <>
      <RadioGroup
        label={t.reason}
        options={[
          { value: 'withdrawn', label: t.withdrawn },
          { value: 'entered-in-error', label: t.mistaken },
        ]}
        error={errors.reason?.message}
        {...register('reason', { required: t.pick(t.reason) })}
      />
      {!isMistake(reason) && (
        <RadioGroup
          label={t.by}
          hint={t.byHint}
          options={optionsOf(consentGiver, language)}
          error={errors.by?.message}
          {...register('by', { required: t.pick(t.by), shouldUnregister: false })}
        />
      )}
      <TextArea label={t.note} hint={t.noteHint} maxLength={500} isOptional {...register('note')} />
    </>
  );
}

/** What a withdrawal brings about, and whom it asks. */
function Effects({ consent }: Pick<Props, 'consent'>) {
  const t = useTexts(consentTexts);
  const agency = useAgencyName();
  const query = useQuery(consentQuery(consent.id));
  return (
    <Loaded query={query} lines={4}>
      {({ holders }) => {
        const asked = [...new Set(holders.map(({ agencyId }) => agencyId))];
        return (
          <>
            <ul>
              <li>{t.accessEnds}</li>
              <li>{t.offersEnd}</li>
              <li>{t.seenStays}</li>
            </ul>
            <p>{asked.length === 0 ? t.nobodyAnswers : t.whoAnswers}</p>
            {asked.length > 0 && (
              <ul>
                {asked.map((id) => (
                  <li key={id}>
                    <strong>{agency(id)}</strong>
                  </li>
                ))}
              </ul>
            )}
            <p>{t.noReturn}</p>
          </>
        );
      }}
    </Loaded>
  );
}

import { FormProvider, useFormContext, useWatch } from 'react-hook-form';
import { lawfulBasis, withdrawalAnswer } from '@rujukan/contracts';
import { useDraftForm } from '../../app/draft-form.js';
import { dropDraft } from '../../app/drafts.js';
import { useLanguage, useTexts } from '../../app/language/language.js';
import { queryClient } from '../../app/query-client.js';
import { useArticles } from '../../data/lawful-bases.js';
import { answerWithdrawal, type WithdrawalNotice } from '../../data/withdrawals.js';
import { ActFailure } from '../../design/act-failure.js';
import { Button, ButtonRow } from '../../design/button.js';
import { ErrorSummary } from '../../design/error-summary.js';
import { RadioGroup, TextArea } from '../../design/field.js';
import form from '../../design/form.module.css';
import { formMistakes } from '../../design/form-mistakes.js';
import { optionsOf } from '../../design/options.js';
import { emptyAnswer, isKept, toAnswer, type WithdrawalForm as Values } from './withdrawal-form.js';
import { withdrawalTexts } from './withdrawal.texts.js';

interface Props {
  readonly notice: WithdrawalNotice;
  readonly handoffId: string;
}

/** Sealed, erased, or kept: only who keeps a copy has something to explain. */
export function WithdrawalForm({ notice, handoffId }: Props) {
  const t = useTexts(withdrawalTexts);
  const name = `/r/${handoffId}?pencabutan=${notice.id}`;
  const reload = () =>
    Promise.all([['withdrawals'], ['clocks']].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
  const { methods, act } = useDraftForm<Values>({
    name,
    empty: emptyAnswer,
    doneText: t.sent,
    act: (values, key) => answerWithdrawal(notice, toAnswer(values), key),
    onDone: reload,
  });
  const { errors, submitCount } = methods.formState;
  const start = () => {
    dropDraft(name);
    return reload();
  };
  return (
    <FormProvider {...methods}>
      <form
        noValidate
        className={form['form']}
        onSubmit={(event) => void methods.handleSubmit(act.run)(event)}
      >
        <ErrorSummary mistakes={formMistakes(errors)} attempt={submitCount} />
        <ActFailure act={act} onReload={() => void start()} />
        <Fields />
        <ButtonRow>
          <Button type="submit" isBusy={act.isBusy}>
            {t.send}
          </Button>
        </ButtonRow>
      </form>
    </FormProvider>
  );
}

function Fields() {
  const t = useTexts(withdrawalTexts);
  const { language } = useLanguage();
  const { register, formState, control } = useFormContext<Values>();
  const answer = useWatch({ control, name: 'answer' });
  const hints: Readonly<Record<string, string>> = {
    sealed: t.sealedHint,
    erased: t.erasedHint,
    'retained-on-other-basis': t.retainedHint,
  };
  return (
    <>
      <RadioGroup
        label={t.answer}
        options={optionsOf(withdrawalAnswer, language).map((option) => ({
          ...option,
          hint: hints[option.value],
        }))}
        error={formState.errors.answer?.message}
        {...register('answer', { required: t.pick(t.answer) })}
      />
      {isKept(answer) && <WhyKept />}
    </>
  );
}

function WhyKept() {
  const t = useTexts(withdrawalTexts);
  const { language } = useLanguage();
  const { register, formState, control, setValue } = useFormContext<Values>();
  const basis = useWatch({ control, name: 'basis' });
  const articles = useArticles()(basis);
  const { errors } = formState;
  return (
    <>
      <RadioGroup
        label={t.basis}
        options={optionsOf(lawfulBasis, language, ['consent'])}
        error={errors.basis?.message}
        {...register('basis', { required: t.pick(t.basis), onChange: () => setValue('article', '') })}
      />
      {articles.length > 0 && (
        <RadioGroup
          key={basis}
          label={t.article}
          options={articles.map(({ article, about }) => ({
            value: article,
            label: about[language],
            hint: article,
          }))}
          error={errors.article?.message}
          {...register('article', { required: t.pick(t.article) })}
        />
      )}
      <TextArea
        label={t.reason}
        hint={t.reasonHint}
        maxLength={500}
        rows={3}
        error={errors.reason?.message}
        {...register('reason', { validate: (text) => text.trim() !== '' || t.required(t.reason) })}
      />
    </>
  );
}

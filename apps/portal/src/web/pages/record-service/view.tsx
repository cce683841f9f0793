import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useForm, type Control, type UseFormRegisterReturn } from 'react-hook-form';
import { serviceEventStatus, serviceType } from '@rujukan/contracts';
import { useAct } from '../../app/act.js';
import { useDisplay, useLanguage, useTexts } from '../../app/language/language.js';
import { queryClient } from '../../app/query-client.js';
import { useMe } from '../../app/session/me.js';
import type { Handoff } from '../../data/handoffs.js';
import { recordContact, supportQuery } from '../../data/support.js';
import { ActFailure } from '../../design/act-failure.js';
import { Button, ButtonRow, LinkButton } from '../../design/button.js';
import { DateField } from '../../design/date-field.js';
import { ErrorSummary } from '../../design/error-summary.js';
import { RadioGroup, SelectField, TextArea } from '../../design/field.js';
import form from '../../design/form.module.css';
import { formMistakes } from '../../design/form-mistakes.js';
import { optionsOf } from '../../design/options.js';
import { Page, Panel } from '../../design/page.js';
import { BackToCase } from '../case/back-to-case.js';
import { Loaded } from '../../design/states.js';
import { useCaseHandoffs } from '../case/use-case-handoffs.js';
import { toContact, type ContactForm } from './contact-form.js';
import { recordServiceTexts } from './texts.js';

export function RecordServiceView({ caseId }: { caseId: string }) {
  const t = useTexts(recordServiceTexts);
  const support = useQuery(supportQuery(caseId));
  const me = useMe();
  const { handoffs } = useCaseHandoffs(caseId);
  const mine = handoffs.filter(
    (handoff) =>
      handoff.to.agencyId === me.agencyId &&
      handoff.kind === 'referral' &&
      ['accepted', 'in-progress', 'waitlisted', 'on-hold'].includes(handoff.status),
  );
  return (
    <Page tab={t.tab} heading={t.heading} lead={t.lead} back={<BackToCase id={caseId} />} isForm>
      <Loaded query={support}>
        {({ basis }) => (
          <Panel title={t.panel}>
            {(basis === 'custodian' || mine.length > 0) && (
              <ContactFields caseId={caseId} handoffs={basis === 'custodian' ? [] : mine} />
            )}
          </Panel>
        )}
      </Loaded>
    </Page>
  );
}

function useRecord(caseId: string) {
  const t = useTexts(recordServiceTexts);
  const navigate = useNavigate();
  const finish = async () => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: ['support', caseId] }),
      queryClient.invalidateQueries({ queryKey: ['timeline', 'support', caseId] }),
      queryClient.invalidateQueries({ queryKey: ['handoffs'] }),
    ]);
    await navigate({ to: '/k/$id', params: { id: caseId } });
  };
  const act = useAct({
    doneText: t.saved,
    act: (values: ContactForm, key) => recordContact(caseId, toContact(values), key),
    onDone: finish,
  });
  return { act, finish };
}

function ContactFields({ caseId, handoffs }: { caseId: string; handoffs: readonly Handoff[] }) {
  const t = useTexts(recordServiceTexts);
  const { language } = useLanguage();
  const { act, finish } = useRecord(caseId);
  const { register, handleSubmit, watch, control, formState } = useForm<ContactForm>({
    shouldFocusError: false,
    defaultValues: {
      handoffId: handoffs[0]?.id ?? '',
      serviceType: handoffs[0]?.serviceType ?? '',
      status: 'attended',
      plannedAt: '',
      occurredAt: '',
      note: '',
    },
  });
  const { errors, submitCount } = formState;
  return (
    <form noValidate className={form['form']} onSubmit={(event) => void handleSubmit(act.run)(event)}>
      <ErrorSummary mistakes={formMistakes(errors)} attempt={submitCount} />
      <ActFailure act={act} onReload={() => void finish()} />
      {handoffs.length > 1 && <ChooseHandoff handoffs={handoffs} field={register('handoffId')} />}
      <SelectField
        label={t.serviceType}
        options={optionsOf(serviceType, language, ['mediation'])}
        error={errors.serviceType?.message}
        {...register('serviceType', { required: t.pick(t.serviceType) })}
      />
      <RadioGroup
        label={t.status}
        options={optionsOf(serviceEventStatus, language)}
        {...register('status')}
      />
      <WhenField control={control} isPlanned={watch('status') === 'scheduled'} />
      <TextArea label={t.note} hint={t.noteHint} isOptional maxLength={2_000} {...register('note')} />
      <ButtonRow>
        <Button type="submit" isBusy={act.isBusy}>
          {t.save}
        </Button>
        <LinkButton kind="secondary" to="/k/$id" params={{ id: caseId }}>
          {t.cancel}
        </LinkButton>
      </ButtonRow>
    </form>
  );
}

/** What is planned has a time to come, what was done may have one that has passed. */
function WhenField({ control, isPlanned }: { control: Control<ContactForm>; isPlanned: boolean }) {
  const t = useTexts(recordServiceTexts);
  const common = { control, clock: 'required' } as const;
  return isPlanned ? (
    <DateField key="plannedAt" {...common} name="plannedAt" label={t.plannedAt} hint={t.plannedHint} />
  ) : (
    <DateField
      key="occurredAt"
      {...common}
      name="occurredAt"
      label={t.occurredAt}
      hint={t.occurredHint}
      isOptional
    />
  );
}

interface ChooseHandoffProps {
  readonly handoffs: readonly Handoff[];
  readonly field: UseFormRegisterReturn<'handoffId'>;
}

function ChooseHandoff({ handoffs, field }: ChooseHandoffProps) {
  const t = useTexts(recordServiceTexts);
  const display = useDisplay();
  return (
    <RadioGroup
      label={t.handoff}
      options={handoffs.map((handoff) => ({
        value: handoff.id,
        label: `${handoff.number} · ${display(serviceType, handoff.serviceType)}`,
      }))}
      {...field}
    />
  );
}

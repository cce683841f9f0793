import { useQuery } from '@tanstack/react-query';
import { useFormContext, useWatch, type FieldPath } from 'react-hook-form';
import {
  childAssent,
  consentForm,
  consentGiver,
  consentTexts,
  fieldGroup,
  giverRelation,
} from '@rujukan/contracts';
import { useAct } from '../../app/act.js';
import { useNow } from '../../app/clock.js';
import { useDisplay, useLanguage, useTexts } from '../../app/language/language.js';
import { queryClient } from '../../app/query-client.js';
import { useMay } from '../../app/session/me.js';
import { useAgencyName } from '../../data/agencies.js';
import { consentsQuery, recordConsent, type NewConsent } from '../../data/consents.js';
import { ActFailure } from '../../design/act-failure.js';
import { Button, ButtonRow } from '../../design/button.js';
import { RadioGroup, SelectField, TextField } from '../../design/field.js';
import { languageNames } from '../../design/languages.js';
import { optionsOf } from '../../design/options.js';
import { Notice } from '../../design/page.js';
import { Loaded } from '../../design/states.js';
import { day } from '../../design/time.js';
import { covering, relationsFor, toConsent, type Wanted } from './consent-form.js';
import { consentPartTexts } from './consent.texts.js';
import { profileOf, type ReferForm } from './refer-form.js';
import { referTexts } from './texts.js';

interface Props {
  readonly caseId: string;
  readonly isTransfer: boolean;
}

/** Where consent is the basis: the one that covers this handoff, or the questions to put one on record. */
export function ConsentPart({ caseId, isTransfer }: Props) {
  const t = useTexts(consentPartTexts);
  const { language } = useLanguage();
  const may = useMay();
  const { getValues } = useFormContext<ReferForm>();
  const query = useQuery({ ...consentsQuery(caseId), enabled: may('consent:read') });
  const values = getValues();
  const profile = profileOf(values, isTransfer);
  if (!profile || !may('consent:read')) return null;
  const wanted = { agencyId: values.agencyId, profile };
  return (
    <Loaded query={query} lines={3}>
      {({ items }) => {
        const consent = covering(items, wanted);
        if (consent)
          return (
            <Notice tone="ok">
              <p>{t.covered(day(consent.validTo, language))}</p>
            </Notice>
          );
        return <Questions caseId={caseId} wanted={wanted} isFirst={items.length === 0} />;
      }}
    </Loaded>
  );
}

const asked = ['isGiven', 'givenBy', 'relation', 'childAssent', 'form', 'evidence'] as const;

interface QuestionsProps {
  readonly caseId: string;
  readonly wanted: Wanted;
  readonly isFirst: boolean;
}

function Questions({ caseId, wanted, isFirst }: QuestionsProps) {
  const t = useTexts(consentPartTexts);
  const now = useNow();
  const { trigger, getValues } = useFormContext<ReferForm>();
  const finish = () => queryClient.invalidateQueries({ queryKey: ['consents', caseId] });
  const act = useAct({
    doneText: t.recorded,
    act: (consent: NewConsent, key) => recordConsent(caseId, consent, key),
    onDone: finish,
  });
  const record = async () => {
    const names = asked.map((name): FieldPath<ReferForm> => `consent.${name}`);
    if (now && (await trigger(names, { shouldFocus: true })))
      act.run(toConsent(getValues('consent'), wanted, now));
  };
  return (
    <>
      <Notice tone="warn">
        <p>{isFirst ? t.none : t.notCovered}</p>
        <Scope wanted={wanted} />
      </Notice>
      <Fields />
      <ActFailure act={act} onReload={() => void finish()} />
      <ButtonRow>
        <Button kind="secondary" isBusy={act.isBusy} onClick={() => void record()}>
          {t.record}
        </Button>
      </ButtonRow>
    </>
  );
}

/** What is being consented to, and the very words to read out. */
function Scope({ wanted }: Pick<QuestionsProps, 'wanted'>) {
  const t = useTexts(consentPartTexts);
  const display = useDisplay();
  const agency = useAgencyName();
  const language = useWatch<ReferForm, 'consent.textLanguage'>({ name: 'consent.textLanguage' });
  const text = consentTexts.findLast((one) => one.language === language)?.text ?? '';
  return (
    <>
      <p>
        {t.scope(
          agency(wanted.agencyId),
          wanted.profile.fieldGroups.map((group) => display(fieldGroup, group)).join('; '),
        )}
      </p>
      <details>
        <summary>{t.readOut}</summary>
        {text.split('\n').map((line) => (
          <p key={line}>{line}</p>
        ))}
      </details>
    </>
  );
}

function Fields() {
  const t = useTexts(consentPartTexts);
  const { pick } = useTexts(referTexts);
  const { language } = useLanguage();
  const { register, formState, setValue, control } = useFormContext<ReferForm>();
  const giver = useWatch({ control, name: 'consent.givenBy' });
  const errors = formState.errors.consent;
  const relations = relationsFor(giver);
  return (
    <>
      <RadioGroup
        label={t.answer}
        options={[
          { value: 'yes', label: t.agrees },
          { value: 'no', label: t.refuses },
        ]}
        error={errors?.isGiven?.message}
        {...register('consent.isGiven', { required: pick(t.answer) })}
      />
      <SelectField
        label={t.giver}
        hint={t.giverHint}
        options={optionsOf(consentGiver, language)}
        error={errors?.givenBy?.message}
        {...register('consent.givenBy', {
          required: pick(t.giver),
          onChange: () => setValue('consent.relation', ''),
        })}
      />
      <SelectField
        label={t.relation}
        options={optionsOf(giverRelation, language).filter(({ value }) =>
          relations.some((relation) => relation === value),
        )}
        error={errors?.relation?.message}
        {...register('consent.relation', { required: pick(t.relation) })}
      />
      <RadioGroup
        label={t.assent}
        hint={t.assentHint}
        options={optionsOf(childAssent, language)}
        error={errors?.childAssent?.message}
        {...register('consent.childAssent', { required: pick(t.assent) })}
      />
      <HowAndHowLong />
    </>
  );
}

function HowAndHowLong() {
  const t = useTexts(consentPartTexts);
  const { pick, required } = useTexts(referTexts);
  const { language } = useLanguage();
  const { register, formState } = useFormContext<ReferForm>();
  const errors = formState.errors.consent;
  return (
    <>
      <SelectField
        label={t.language}
        isShort
        options={consentTexts.map((text) => ({
          value: text.language,
          label: languageNames([text.language], language),
        }))}
        {...register('consent.textLanguage')}
      />
      <RadioGroup
        label={t.form}
        options={optionsOf(consentForm, language)}
        error={errors?.form?.message}
        {...register('consent.form', { required: pick(t.form) })}
      />
      <TextField
        label={t.evidence}
        hint={t.evidenceHint}
        maxLength={200}
        error={errors?.evidence?.message}
        {...register('consent.evidence', {
          validate: (text) => text.trim() !== '' || required(t.evidence),
        })}
      />
      <SelectField
        label={t.period}
        isShort
        options={['30', '90', '365'].map((days) => ({ value: days, label: t.days(days) }))}
        {...register('consent.days')}
      />
    </>
  );
}

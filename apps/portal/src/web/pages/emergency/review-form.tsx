import { emergencyFinding } from '@rujukan/contracts';
import { useDraftForm } from '../../app/draft-form.js';
import { dropDraft } from '../../app/drafts.js';
import { useLanguage, useTexts } from '../../app/language/language.js';
import { queryClient } from '../../app/query-client.js';
import { reviewEmergency, type Emergency, type EmergencyReview } from '../../data/emergencies.js';
import { ActFailure } from '../../design/act-failure.js';
import { Button, ButtonRow } from '../../design/button.js';
import { ErrorSummary } from '../../design/error-summary.js';
import { RadioGroup, TextArea } from '../../design/field.js';
import form from '../../design/form.module.css';
import { formMistakes } from '../../design/form-mistakes.js';
import { optionsOf } from '../../design/options.js';
import { emergencyTexts } from './texts.js';

/** Named apart from the fields of the form that opens a case: both may stand on the page. */
interface Found {
  finding: EmergencyReview['finding'] | '';
  findingNote: string;
}

interface Props {
  readonly emergency: Emergency;
  readonly draftName: string;
  readonly onClose: () => void;
}

/** What a reviewer found, by code and, unless all was well, in words. */
export function ReviewForm({ emergency, draftName, onClose }: Props) {
  const t = useTexts(emergencyTexts);
  const { language } = useLanguage();
  const reload = () => queryClient.invalidateQueries({ queryKey: ['emergencies'] });
  const { methods, act } = useDraftForm<Found>({
    name: draftName,
    empty: { finding: '', findingNote: '' },
    doneText: t.saved,
    act: ({ finding, findingNote }, key) => reviewEmergency(emergency, toReview(finding, findingNote), key),
    onDone: reload,
  });
  const { register, handleSubmit, watch, formState } = methods;
  const { errors, submitCount } = formState;
  const isPlain = watch('finding') === 'justified';
  const close = () => {
    dropDraft(draftName);
    onClose();
  };
  return (
    <form noValidate className={form['form']} onSubmit={(event) => void handleSubmit(act.run)(event)}>
      <ErrorSummary mistakes={formMistakes(errors)} attempt={submitCount} />
      <ActFailure act={act} onReload={() => void reload()} />
      <RadioGroup
        label={t.finding}
        options={optionsOf(emergencyFinding, language)}
        error={errors.finding?.message}
        {...register('finding', { required: t.pick(t.finding) })}
      />
      <TextArea
        label={t.findingNote}
        hint={t.reviewHint}
        isOptional={isPlain}
        rows={3}
        maxLength={1_000}
        error={errors.findingNote?.message}
        {...register('findingNote', {
          validate: (note) =>
            note.trim().length >= 10 || (isPlain && note.trim() === '') || t.short(t.findingNote),
        })}
      />
      <p>{t.reviewEnds}</p>
      <ButtonRow>
        <Button type="submit" isBusy={act.isBusy}>
          {t.sendReview}
        </Button>
        <Button kind="secondary" onClick={close}>
          {t.cancel}
        </Button>
      </ButtonRow>
    </form>
  );
}

const toReview = (finding: Found['finding'], note: string): EmergencyReview => ({
  finding: finding as EmergencyReview['finding'],
  ...(note.trim() ? { note: note.trim() } : {}),
});

import { useFormContext } from 'react-hook-form';
import { contributingFactor, exploitationType, modus, platformCategory } from '@rujukan/contracts';
import { useLanguage, useTexts } from '../../app/language/language.js';
import { CheckGroup } from '../../design/field.js';
import { optionsOf } from '../../design/options.js';
import type { ReportForm } from './report-form.js';
import { fileReportTexts } from './texts.js';

/** How it was done, in codes; several may be true. */
export function PatternStep() {
  const t = useTexts(fileReportTexts);
  const { language } = useLanguage();
  const { register } = useFormContext<ReportForm>();
  return (
    <>
      <CheckGroup
        label={t.exploitationTypes}
        isOptional
        hasColumns
        options={optionsOf(exploitationType, language)}
        {...register('exploitationTypes')}
      />
      <CheckGroup
        label={t.modus}
        isOptional
        hasColumns
        options={optionsOf(modus, language)}
        {...register('modus')}
      />
      <CheckGroup
        label={t.platforms}
        isOptional
        hasColumns
        options={optionsOf(platformCategory, language)}
        {...register('platforms')}
      />
      <CheckGroup
        label={t.factors}
        hint={t.factorsHint}
        isOptional
        hasColumns
        options={optionsOf(contributingFactor, language)}
        {...register('contributingFactors')}
      />
    </>
  );
}

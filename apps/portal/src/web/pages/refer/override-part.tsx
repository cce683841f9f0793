import { useQuery } from '@tanstack/react-query';
import { useFormContext, useWatch } from 'react-hook-form';
import { overrideReason, type CodeOf, type ServiceType, type ShareProfile } from '@rujukan/contracts';
import { useAct } from '../../app/act.js';
import { useNow } from '../../app/clock.js';
import { useLanguage, useTexts } from '../../app/language/language.js';
import { queryClient } from '../../app/query-client.js';
import { useMay } from '../../app/session/me.js';
import { consentsQuery } from '../../data/consents.js';
import { overridesQuery, proposeOverride, type Proposal, type WeighingBasis } from '../../data/overrides.js';
import { ActFailure } from '../../design/act-failure.js';
import { Button, ButtonRow } from '../../design/button.js';
import { RadioGroup } from '../../design/field.js';
import { optionsOf } from '../../design/options.js';
import { Notice } from '../../design/page.js';
import { exceptionFor, hasObjection } from './objection.js';
import { overrideTexts } from './override.texts.js';
import { profileOf, transferService, type ReferForm } from './refer-form.js';

interface Props {
  readonly caseId: string;
  readonly isTransfer: boolean;
  readonly basis: WeighingBasis;
}

/** Somebody entitled said no: the basis counts only with an exception that a second person approves. */
export function OverridePart({ caseId, isTransfer, basis }: Props) {
  const { getValues } = useFormContext<ReferForm>();
  const values = getValues();
  const isNeeded = useObjection(caseId, values.agencyId, profileOf(values, isTransfer));
  const asked = {
    basis,
    toAgencyId: values.agencyId,
    serviceType: isTransfer ? transferService : (values.serviceType as ServiceType),
  };
  return isNeeded && <Standing caseId={caseId} asked={asked} />;
}

function useObjection(caseId: string, agencyId: string, profile: ShareProfile | undefined): boolean {
  const may = useMay();
  const { data } = useQuery({ ...consentsQuery(caseId), enabled: may('consent:read') });
  return profile !== undefined && hasObjection(data?.items ?? [], { agencyId, profile });
}

interface StandingProps {
  readonly caseId: string;
  readonly asked: Omit<Proposal, 'reason'>;
}

function Standing({ caseId, asked }: StandingProps) {
  const t = useTexts(overrideTexts);
  const now = useNow();
  const { data } = useQuery(overridesQuery(caseId));
  if (!data || !now) return null;
  const status = exceptionFor(data.items, asked, now)?.status;
  if (status === 'approved')
    return (
      <Notice tone="ok">
        <p>{t.approved}</p>
      </Notice>
    );
  if (status === 'proposed')
    return (
      <Notice tone="warn">
        <p>{t.waiting}</p>
      </Notice>
    );
  return <Ask caseId={caseId} asked={asked} />;
}

function Ask({ caseId, asked }: StandingProps) {
  const t = useTexts(overrideTexts);
  const { language } = useLanguage();
  const { register, formState, trigger, control } = useFormContext<ReferForm>();
  const reason = useWatch({ control, name: 'overrideReason' });
  const finish = () => queryClient.invalidateQueries({ queryKey: ['overrides', caseId] });
  const act = useAct({
    doneText: t.proposed,
    act: (proposal: Proposal, key) => proposeOverride(caseId, proposal, key),
    onDone: finish,
  });
  const propose = async () => {
    if (await trigger('overrideReason', { shouldFocus: true }))
      act.run({ ...asked, reason: reason as CodeOf<typeof overrideReason> });
  };
  return (
    <>
      <Notice tone="warn">
        <p>{t.needed}</p>
      </Notice>
      <RadioGroup
        label={t.reason}
        options={optionsOf(overrideReason, language)}
        error={formState.errors.overrideReason?.message}
        {...register('overrideReason', { required: t.pick(t.reason) })}
      />
      <ActFailure act={act} onReload={() => void finish()} />
      <ButtonRow>
        <Button kind="secondary" isBusy={act.isBusy} onClick={() => void propose()}>
          {t.propose}
        </Button>
      </ButtonRow>
    </>
  );
}

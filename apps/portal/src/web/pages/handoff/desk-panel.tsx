import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../app/act.js';
import { useDraftForm } from '../../app/draft-form.js';
import { dropDraft, findDraft } from '../../app/drafts.js';
import { useTexts } from '../../app/language/language.js';
import { useMay, useMe } from '../../app/session/me.js';
import { colleaguesQuery, useColleagueName, type Colleague } from '../../data/colleagues.js';
import { assignHandoff, claimHandoff, releaseHandoff } from '../../data/handoff-steps.js';
import { isFinal, type Handoff } from '../../data/handoffs.js';
import { ActFailure } from '../../design/act-failure.js';
import { Button, ButtonRow } from '../../design/button.js';
import { ErrorSummary } from '../../design/error-summary.js';
import { SelectField } from '../../design/field.js';
import form from '../../design/form.module.css';
import { formMistakes } from '../../design/form-mistakes.js';
import { Panel } from '../../design/page.js';
import { Loaded } from '../../design/states.js';
import { reloadHandoff } from './actions.js';
import { deskTexts } from './desk.texts.js';

interface Props {
  readonly handoff: Handoff;
}

/** Who of the receiving agency is on it: the receiver's own affair, and no hurdle for anybody. */
export function DeskPanel({ handoff }: Props) {
  const t = useTexts(deskTexts);
  const [isAssigning, assign] = useState(() => findDraft(draftOf(handoff)) !== undefined);
  if (isFinal(handoff.status)) return null;
  return (
    <Panel title={t.title}>
      <WhoIsOnIt handoff={handoff} />
      {isAssigning ? (
        <Assign handoff={handoff} onClose={() => assign(false)} />
      ) : (
        <Choices handoff={handoff} onAssign={() => assign(true)} />
      )}
    </Panel>
  );
}

function WhoIsOnIt({ handoff: { claimedBy } }: Props) {
  const t = useTexts(deskTexts);
  const me = useMe();
  const name = useColleagueName()(claimedBy);
  if (!claimedBy) return <p>{t.claimHint}</p>;
  if (claimedBy === me.subject) return <p>{t.mine}</p>;
  return <p>{name ? t.named(name) : t.colleague}</p>;
}

function Choices({ handoff, onAssign }: Props & { readonly onAssign: () => void }) {
  const t = useTexts(deskTexts);
  const may = useMay();
  const claim = useAct({ doneText: t.claimed, act: claimHandoff, onDone: reloadHandoff });
  const release = useAct({ doneText: t.released, act: releaseHandoff, onDone: reloadHandoff });
  const { claimedBy } = handoff;
  return (
    <>
      <ActFailure act={claim} onReload={() => void reloadHandoff()} />
      <ActFailure act={release} onReload={() => void reloadHandoff()} />
      <ButtonRow>
        {!claimedBy && (
          <Button kind="secondary" isBusy={claim.isBusy} onClick={() => claim.run(handoff)}>
            {t.claim}
          </Button>
        )}
        {may('handoff:assign') && (
          <Button kind="secondary" onClick={onAssign}>
            {t.assign}
          </Button>
        )}
        {claimedBy && may('handoff:assign') && (
          <Button kind="secondary" isBusy={release.isBusy} onClick={() => release.run(handoff)}>
            {t.release}
          </Button>
        )}
      </ButtonRow>
    </>
  );
}

function Assign({ handoff, onClose }: Props & { readonly onClose: () => void }) {
  const t = useTexts(deskTexts);
  const query = useQuery(colleaguesQuery);
  return (
    <Loaded query={query} lines={2}>
      {({ items }) => {
        const others = items.filter(({ subject }) => subject !== handoff.claimedBy);
        if (others.length > 0) return <AssignForm handoff={handoff} colleagues={others} onClose={onClose} />;
        return (
          <>
            <p>{t.nobody}</p>
            <ButtonRow>
              <Button kind="secondary" onClick={onClose}>
                {t.back}
              </Button>
            </ButtonRow>
          </>
        );
      }}
    </Loaded>
  );
}

interface AssignFormProps extends Props {
  readonly colleagues: readonly Colleague[];
  readonly onClose: () => void;
}

interface Values {
  worker: string;
}

/** The address that leads back to the form. */
const draftOf = ({ id }: Handoff): string => `/r/${id}?tugaskan=1`;

function AssignForm({ handoff, colleagues, onClose }: AssignFormProps) {
  const t = useTexts(deskTexts);
  const name = draftOf(handoff);
  const nameOf = (worker: string) => colleagues.find(({ subject }) => subject === worker)?.name ?? '';
  const finish = async () => {
    await reloadHandoff();
    onClose();
  };
  const { methods, act } = useDraftForm<Values>({
    name,
    empty: { worker: '' },
    doneText: (values) => t.given(nameOf(values.worker)),
    act: ({ worker }, key) => assignHandoff(handoff, worker, key),
    onDone: finish,
  });
  const { register, handleSubmit, formState } = methods;
  const { errors, submitCount } = formState;
  const leave = () => {
    dropDraft(name);
    onClose();
  };
  return (
    <form noValidate className={form['form']} onSubmit={(event) => void handleSubmit(act.run)(event)}>
      <ErrorSummary mistakes={formMistakes(errors)} attempt={submitCount} />
      <ActFailure act={act} onReload={() => void reloadHandoff().then(leave)} />
      <SelectField
        label={t.worker}
        hint={t.workerHint}
        options={colleagues.map(({ subject, name: label }) => ({ value: subject, label }))}
        error={errors.worker?.message}
        {...register('worker', { required: t.pick(t.worker) })}
      />
      <ButtonRow>
        <Button type="submit" isBusy={act.isBusy}>
          {t.give}
        </Button>
        <Button kind="secondary" onClick={leave}>
          {t.back}
        </Button>
      </ButtonRow>
    </form>
  );
}

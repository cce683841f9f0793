import { useAct } from '../../app/act.js';
import { useTexts } from '../../app/language/language.js';
import { useMay, useMe } from '../../app/session/me.js';
import { claimHandoff, releaseHandoff } from '../../data/handoff-steps.js';
import { isFinal, type Handoff } from '../../data/handoffs.js';
import { ActFailure } from '../../design/act-failure.js';
import { Button, ButtonRow } from '../../design/button.js';
import { Panel } from '../../design/page.js';
import { reloadHandoff } from './actions.js';
import { stepTexts } from './step.texts.js';

/** Who of the receiving agency is on it: the receiver's own affair, and no hurdle for anybody. */
export function DeskPanel({ handoff }: { handoff: Handoff }) {
  const t = useTexts(stepTexts);
  const me = useMe();
  const may = useMay();
  const claim = useAct({ doneText: t.claimed, act: claimHandoff, onDone: reloadHandoff });
  const release = useAct({ doneText: t.released, act: releaseHandoff, onDone: reloadHandoff });
  if (isFinal(handoff.status)) return null;
  const { claimedBy } = handoff;
  const colleague = claimedBy === me.subject ? t.mine : t.colleague;
  return (
    <Panel title={t.desk}>
      <p>{claimedBy ? colleague : t.claimHint}</p>
      <ActFailure act={claim} onReload={() => void reloadHandoff()} />
      <ActFailure act={release} onReload={() => void reloadHandoff()} />
      <ButtonRow>
        {!claimedBy && may('handoff:answer') && (
          <Button kind="secondary" isBusy={claim.isBusy} onClick={() => claim.run(handoff)}>
            {t.claim}
          </Button>
        )}
        {claimedBy && may('handoff:assign') && (
          <Button kind="secondary" isBusy={release.isBusy} onClick={() => release.run(handoff)}>
            {t.release}
          </Button>
        )}
      </ButtonRow>
    </Panel>
  );
}

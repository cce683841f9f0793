import { useState } from 'react';
import { lawfulBasis, overrideReason, overrideStatus, serviceType } from '@rujukan/contracts';
import { useAct } from '../../app/act.js';
import { useDisplay, useLanguage, useTexts } from '../../app/language/language.js';
import { queryClient } from '../../app/query-client.js';
import { useMay } from '../../app/session/me.js';
import { useAgencyName } from '../../data/agencies.js';
import { decideOverride, type Override } from '../../data/overrides.js';
import { ActFailure } from '../../design/act-failure.js';
import { Button, ButtonRow } from '../../design/button.js';
import { Chip, type Tone } from '../../design/chip.js';
import { Confirm } from '../../design/confirm.js';
import { Facts } from '../../design/page.js';
import { dateTime } from '../../design/time.js';
import { overrideTexts } from '../refer/override.texts.js';
import styles from './view.module.css';

const tones: Readonly<Record<Override['status'], Tone>> = {
  proposed: 'warn',
  approved: 'ok',
  refused: 'neutral',
  used: 'neutral',
};

interface Props {
  readonly override: Override;
}

/** One exception: what it would let travel and why, and the verdict for whoever may give it. */
export function OverrideCard({ override }: Props) {
  const t = useTexts(overrideTexts);
  const display = useDisplay();
  const agency = useAgencyName();
  const may = useMay();
  const { language } = useLanguage();
  const { status, proposedAt, decidedAt, isMine } = override;
  const isOpen = status === 'proposed';
  return (
    <section className={styles['section']}>
      <h3>{t.item(display(serviceType, override.serviceType), agency(override.toAgencyId))}</h3>
      <div>
        <Chip tone={tones[status]}>{display(overrideStatus, status)}</Chip>
      </div>
      <Facts
        facts={[
          [t.basis, display(lawfulBasis, override.basis)],
          [t.reason, display(overrideReason, override.reason)],
          [t.proposedAt, dateTime(proposedAt, language)],
          [t.decidedAt, decidedAt && dateTime(decidedAt, language)],
        ]}
      />
      {isOpen && isMine && <p>{t.mine}</p>}
      {isOpen && !isMine && may('override:approve') && <Decide override={override} />}
    </section>
  );
}

function Decide({ override }: Props) {
  const t = useTexts(overrideTexts);
  const [isAsking, ask] = useState(false);
  const reload = () => queryClient.invalidateQueries({ queryKey: ['overrides'] });
  const act = useAct({
    doneText: t.decided,
    act: (verdict: 'approved' | 'refused', key) => decideOverride(override, verdict, key),
    onDone: reload,
  });
  if (isAsking)
    return (
      <Confirm
        title={t.confirmTitle}
        yes={t.yes}
        no={t.back}
        act={act}
        input="approved"
        onBack={() => ask(false)}
        onReload={() => void reload()}
      >
        <p>{t.confirm}</p>
      </Confirm>
    );
  return (
    <>
      <ActFailure act={act} onReload={() => void reload()} />
      <ButtonRow>
        <Button onClick={() => ask(true)}>{t.approve}</Button>
        <Button kind="danger" isBusy={act.isBusy} onClick={() => act.run('refused')}>
          {t.refuse}
        </Button>
      </ButtonRow>
    </>
  );
}

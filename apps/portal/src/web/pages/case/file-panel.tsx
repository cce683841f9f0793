import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { purposeOfUse, type CodeOf } from '@rujukan/contracts';
import { idleMs } from '../../app/activity.js';
import { announce } from '../../app/announcer.js';
import { useLanguage, useTexts } from '../../app/language/language.js';
import { openCaseFile } from '../../data/cases.js';
import { Button } from '../../design/button.js';
import { SelectField } from '../../design/field.js';
import { optionsOf } from '../../design/options.js';
import { Panel } from '../../design/page.js';
import { ErrorState } from '../../design/states.js';
import { OpenFile } from './open-file.js';
import { caseTexts } from './texts.js';
import styles from './view.module.css';

type Purpose = CodeOf<typeof purposeOfUse>;

/** Hides by itself when nobody is reading. */
const hideAfterMs = 60_000;

/** Purposes that belong to other desks. */
const otherPurposes: readonly Purpose[] = ['oversight', 'audit', 'directory', 'operations'];

interface Props {
  readonly caseId: string;
  readonly isCustodian: boolean;
  /** What stands there until somebody chooses another; the usual one of the agency's part otherwise. */
  readonly firstPurpose?: Purpose;
}

/** The name and the story stay closed until somebody opens them, for a purpose, and knows that it is recorded. */
export function FilePanel({ caseId, isCustodian, firstPurpose }: Props) {
  const t = useTexts(caseTexts);
  const { language } = useLanguage();
  const [purpose, choose] = useState<Purpose>(
    firstPurpose ?? (isCustodian ? 'case-management' : 'service-provision'),
  );
  const opening = useMutation({
    mutationFn: () => openCaseFile(caseId, purpose),
    onSuccess: () => announce(t.opened),
    gcTime: 0,
  });
  const hide = () => {
    opening.reset();
    announce(t.hidden);
  };
  useHideWhenIdle(opening.isSuccess, hide);
  if (opening.data)
    return (
      <Panel
        title={t.file}
        aside={
          <Button kind="secondary" onClick={hide}>
            {t.hide}
          </Button>
        }
      >
        <p>{t.hidesAfter}</p>
        <OpenFile file={opening.data} />
      </Panel>
    );
  return (
    <Panel title={t.file}>
      <p>{t.fileClosed}</p>
      {opening.isError && <ErrorState error={opening.error} />}
      <div className={styles['purpose']}>
        <SelectField
          name="tujuan-membuka"
          label={t.purpose}
          isShort
          options={optionsOf(purposeOfUse, language, otherPurposes)}
          value={purpose}
          onChange={({ target }) => choose((target.value || 'case-management') as Purpose)}
        />
        <div>
          <Button kind="secondary" isBusy={opening.isPending} onClick={() => opening.mutate()}>
            {t.open}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

function useHideWhenIdle(isOpen: boolean, hide: () => void): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    const timer = setInterval(() => {
      if (idleMs() >= hideAfterMs) hide();
    }, 1_000);
    return () => clearInterval(timer);
  });
}

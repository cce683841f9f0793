import { useEffect, useRef, type ReactNode } from 'react';
import type { Act } from '../app/act.js';
import { ActFailure } from './act-failure.js';
import { Button, ButtonRow } from './button.js';
import styles from './confirm.module.css';

interface Props<Input> {
  readonly title: string;
  /** What will happen, and that it cannot be undone where it cannot. */
  readonly children: ReactNode;
  readonly yes: string;
  readonly no: string;
  readonly act: Act<Input>;
  readonly input: Input;
  readonly onBack: () => void;
  readonly onReload?: () => void;
  readonly isHarmful?: boolean;
}

/** A step of its own before an act that cannot be undone: names the effect, and asks. */
export function Confirm<Input>({
  title,
  children,
  yes,
  no,
  act,
  input,
  onBack,
  onReload,
  isHarmful,
}: Props<Input>) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles['confirm']}>
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {children}
      <ActFailure act={act} {...(onReload ? { onReload } : {})} />
      <ButtonRow>
        <Button kind={isHarmful ? 'danger' : 'primary'} isBusy={act.isBusy} onClick={() => act.run(input)}>
          {yes}
        </Button>
        <Button kind="secondary" onClick={onBack}>
          {no}
        </Button>
      </ButtonRow>
    </div>
  );
}

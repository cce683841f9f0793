import { useEffect, useRef, useState } from 'react';
import { Button, ButtonRow } from '../../design/button.js';
import { span } from '../../design/time.js';
import { idleMs } from '../activity.js';
import { useLanguage, useTexts } from '../language/language.js';
import { warnAfterMs } from './idle.js';
import styles from './lock-cover.module.css';
import { proveAgain } from './prove-again.js';
import { signOut } from './session-state.js';
import { sessionTexts } from './session.texts.js';

/** Stands in the place of everything until the same person proves who they are. */
export function LockCover({ idleLimitMs }: { idleLimitMs: number }) {
  const t = useTexts(sessionTexts);
  const heading = useRef<HTMLHeadingElement>(null);
  const [isWindowOpen, setWindowOpen] = useState(false);
  useEffect(() => {
    document.title = 'Ruang Kerja';
    heading.current?.focus();
  }, []);
  const unlock = () => {
    if (proveAgain()) setWindowOpen(true);
  };
  return (
    <main className={styles['cover']}>
      <Padlock />
      <h1 ref={heading} tabIndex={-1}>
        {t.lockedHeading}
      </h1>
      <p>{isWindowOpen ? t.unlockNewWindow : t.lockedText}</p>
      <TimeLeft idleLimitMs={idleLimitMs} />
      <ButtonRow>
        <Button kind="secondary" onClick={unlock}>
          {t.unlock}
        </Button>
        <Button kind="secondary" onClick={() => void signOut()}>
          {t.signOut}
        </Button>
      </ButtonRow>
    </main>
  );
}

function TimeLeft({ idleLimitMs }: { idleLimitMs: number }) {
  const t = useTexts(sessionTexts);
  const { language } = useLanguage();
  const [idle, setIdle] = useState(idleMs);
  useEffect(() => {
    const timer = setInterval(() => setIdle(idleMs()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <p role="status" aria-live="polite">
      {idle >= warnAfterMs ? t.endsIn(span(idleLimitMs - idle, language)) : ''}
    </p>
  );
}

const Padlock = () => (
  <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
    <rect x="5" y="10.5" width="14" height="9.5" rx="2" />
    <path d="M8 10.5V8a4 4 0 0 1 8 0v2.5" strokeLinecap="round" />
  </svg>
);

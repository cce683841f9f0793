import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../app/language/language.js';
import { texts } from '../app/language/texts.js';
import { Button, ButtonRow } from './button.js';
import styles from './confirm.module.css';

const discardTexts = texts({
  id: {
    discard: 'Buang isian',
    ask: 'Buang semua yang sudah diisi? Isian tidak dapat dikembalikan.',
    yes: 'Ya, buang',
    no: 'Tidak, lanjutkan mengisi',
  },
  en: {
    discard: 'Discard',
    ask: 'Discard everything that was filled in? It cannot be brought back.',
    yes: 'Yes, discard',
    no: 'No, keep it',
  },
});

/** Throws away what was written. It stands near the button that sends, so it asks first. */
export function Discard({ onDiscard }: { onDiscard: () => void }) {
  const t = useTexts(discardTexts);
  const [isAsking, ask] = useState(false);
  const question = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (isAsking) question.current?.focus();
  }, [isAsking]);
  if (!isAsking)
    return (
      <Button kind="danger" onClick={() => ask(true)}>
        {t.discard}
      </Button>
    );
  return (
    <div className={`${styles['confirm']} ${styles['inRow']}`}>
      <p ref={question} tabIndex={-1}>
        {t.ask}
      </p>
      <ButtonRow>
        <Button kind="danger" onClick={onDiscard}>
          {t.yes}
        </Button>
        <Button kind="secondary" onClick={() => ask(false)}>
          {t.no}
        </Button>
      </ButtonRow>
    </div>
  );
}

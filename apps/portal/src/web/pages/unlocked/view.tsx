import { useEffect } from 'react';
import { useTexts } from '../../app/language/language.js';
import { tellOtherWindows } from '../../app/session/session-channel.js';
import { LinkButton } from '../../design/button.js';
import { Page } from '../../design/page.js';
import { unlockedTexts } from './texts.js';
import styles from '../sign-in/view.module.css';

/** End of the way back from a locked screen: tells the locked windows, and closes itself where it may. */
export function UnlockedView() {
  const t = useTexts(unlockedTexts);
  useEffect(() => {
    tellOtherWindows('unlocked');
    window.close();
  }, []);
  return (
    <main className={styles['center']}>
      <Page tab={t.tab} heading={t.heading} lead={t.text}>
        <LinkButton to="/">{t.go}</LinkButton>
      </Page>
    </main>
  );
}

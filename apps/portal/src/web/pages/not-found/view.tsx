import { useTexts } from '../../app/language/language.js';
import { LinkButton } from '../../design/button.js';
import { Page } from '../../design/page.js';
import styles from '../sign-in/view.module.css';
import { notFoundTexts } from './texts.js';

export function NotFoundView() {
  const t = useTexts(notFoundTexts);
  return (
    <main className={styles['center']}>
      <Page tab={t.tab} heading={t.heading} lead={t.text}>
        <LinkButton to="/">{t.go}</LinkButton>
      </Page>
    </main>
  );
}

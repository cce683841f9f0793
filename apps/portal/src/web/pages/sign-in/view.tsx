import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { callApi } from '../../app/call-api.js';
import { useTexts } from '../../app/language/language.js';
import { Mark } from '../../app/shell/icons.js';
import { LanguageSwitch } from '../../app/shell/shell.js';
import { buttonClass } from '../../design/button.js';
import { Notice } from '../../design/page.js';
import { signInTexts } from './texts.js';
import styles from './view.module.css';

/** Why the person is here: of their own will, or because something happened before. */
export type SignInReason = 'gagal' | 'tidak-tersedia' | 'keluar';

interface Props {
  readonly reason?: SignInReason | undefined;
  readonly returnTo?: string | undefined;
}

const statusQuery = {
  queryKey: ['sign-in-status'],
  queryFn: () => callApi<{ isAvailable: boolean }>('/auth/status'),
  retry: false,
  // While the door is shut the page looks again by itself; the person need not.
  refetchInterval: (query: { state: { status: string } }) => (query.state.status === 'error' ? 5_000 : false),
} as const;

/** The door. It says beforehand when it cannot open. */
export function SignInView({ reason, returnTo }: Props) {
  const t = useTexts(signInTexts);
  const status = useQuery(statusQuery);
  const isAway = status.isError || (reason === 'tidak-tersedia' && status.isPending);
  useEffect(() => {
    document.title = `${t.tab} · Ruang Kerja`;
  }, [t.tab]);
  const address = returnTo ? `/auth/login?returnTo=${encodeURIComponent(returnTo)}` : '/auth/login';
  return (
    <div className={styles['screen']}>
      <header className={styles['bar']}>
        <LanguageSwitch />
      </header>
      <main className={styles['center']}>
        <div className={styles['card']}>
          <div className={styles['brand']}>
            <Mark />
            <h1>Ruang Kerja</h1>
          </div>
          <p className={styles['lead']}>{t.lead}</p>
          <div role="status" aria-live="polite">
            {isAway ? <Unavailable /> : <WhatHappened reason={reason} />}
          </div>
          <a className={buttonClass('primary')} href={address}>
            {isAway ? t.retry : t.signIn}
          </a>
          <p className={styles['small']}>{t.shared}</p>
        </div>
      </main>
      <footer className={styles['foot']}>{t.emergency}</footer>
    </div>
  );
}

function Unavailable() {
  const t = useTexts(signInTexts);
  return (
    <Notice tone="warn">
      <strong>{t.unavailableTitle}</strong>
      <p>{t.unavailableText}</p>
    </Notice>
  );
}

function WhatHappened({ reason }: Pick<Props, 'reason'>) {
  const t = useTexts(signInTexts);
  if (reason === 'gagal')
    return (
      <Notice tone="warn">
        <strong>{t.failedTitle}</strong>
        <p>{t.failedText}</p>
      </Notice>
    );
  if (reason === 'keluar')
    return (
      <Notice tone="ok">
        <strong>{t.endedTitle}</strong>
        <p>{t.endedText}</p>
      </Notice>
    );
  return null;
}

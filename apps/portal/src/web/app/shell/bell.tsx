import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { unreadQuery } from '../../data/notifications.js';
import { announce } from '../announcer.js';
import { useTexts } from '../language/language.js';
import { useMay } from '../session/me.js';
import { BellIcon } from './icons.js';
import styles from './shell.module.css';
import { shellTexts } from './shell.texts.js';

/** How much is new, in words, on every page; whoever listens is told when it grows. */
export function Bell() {
  const t = useTexts(shellTexts);
  const isTold = useMay()('notification:read');
  const { data } = useQuery({ ...unreadQuery, enabled: isTold });
  const unread = data?.unread;
  const known = useRef(unread);
  useEffect(() => {
    if (unread !== undefined && known.current !== undefined && unread > known.current)
      announce(t.news(unread));
    known.current = unread;
  }, [unread, t]);
  if (!isTold) return null;
  return (
    <Link to="/pemberitahuan" className={`${styles['tool']} ${styles['bell']}`} title={t.notifications}>
      <BellIcon />
      <span className={styles['label']}>{t.notifications}</span>
      {unread !== undefined && unread > 0 && <strong className={styles['count']}>{t.unread(unread)}</strong>}
    </Link>
  );
}

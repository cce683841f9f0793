import { Link, Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import { roleName } from '@rujukan/contracts';
import { useAgencyName } from '../../data/agencies.js';
import { Skeleton } from '../../design/states.js';
import { useUnsent } from '../drafts.js';
import { useDisplay, useLanguage, useTexts } from '../language/language.js';
import { LockCover } from '../session/lock-cover.js';
import { useMe } from '../session/me.js';
import { lockScreen, signOut, startedAs, useSessionState } from '../session/session-state.js';
import { useSessionWatch } from '../session/session-watch.js';
import { Bell } from './bell.js';
import { GlobeIcon, LeaveIcon, LockIcon, Mark, MenuIcon } from './icons.js';
import { useNavigation, useSection } from './navigation.js';
import styles from './shell.module.css';
import { shellTexts } from './shell.texts.js';
import { useToDecide } from './to-decide.js';

/** Everything around a page, for a person who is signed in. */
export function Shell() {
  const { session } = useMe();
  const state = useSessionState();
  const limitMs = session.idleSeconds * 1_000;
  useSessionWatch(limitMs);
  useEffect(() => startedAs(session.isLocked), [session.isLocked]);
  if (state === 'locked' || (state === 'unknown' && session.isLocked))
    return <LockCover idleLimitMs={limitMs} />;
  return <Workspace />;
}

function Workspace() {
  const t = useTexts(shellTexts);
  return (
    <>
      <a className={styles['skip']} href="#isi">
        {t.skip}
      </a>
      <TopBar />
      <div className={styles['body']}>
        <Navigation />
        <main id="isi" className={styles['main']} tabIndex={-1}>
          <Banners />
          <Suspense fallback={<Skeleton lines={6} />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <footer className={styles['foot']}>{t.help}</footer>
    </>
  );
}

function TopBar() {
  const t = useTexts(shellTexts);
  return (
    <header className={styles['bar']}>
      <div className={styles['barInner']}>
        <Link to="/" className={styles['brand']}>
          <Mark />
          Ruang Kerja
        </Link>
        <Person />
        <Bell />
        <div className={styles['tools']}>
          <LanguageSwitch />
          <button
            type="button"
            className={styles['tool']}
            title={t.lockHint}
            onClick={() => void lockScreen()}
          >
            <LockIcon />
            <span className={styles['label']}>{t.lock}</span>
          </button>
          <button type="button" className={styles['tool']} title={t.signOut} onClick={() => void signOut()}>
            <LeaveIcon />
            <span className={styles['label']}>{t.signOut}</span>
          </button>
        </div>
      </div>
    </header>
  );
}

function Person() {
  const me = useMe();
  const display = useDisplay();
  const agency = useAgencyName()(me.agencyId ?? undefined);
  const roles = me.roles.filter((role) => roleName.codes.includes(role as never));
  return (
    <div className={styles['person']}>
      <strong>{me.name}</strong>
      <span>
        {[roles.map((role) => display(roleName, role)).join(', '), agency].filter(Boolean).join(' · ')}
      </span>
    </div>
  );
}

export function LanguageSwitch() {
  const t = useTexts(shellTexts);
  const { language, choose } = useLanguage();
  const other = language === 'id' ? 'en' : 'id';
  return (
    <button
      type="button"
      className={`${styles['tool']} ${styles['language']}`}
      lang={other}
      title={t.otherLanguageLong}
      onClick={() => choose(other)}
    >
      <GlobeIcon />
      <span className={styles['short']} aria-hidden="true">
        {other.toUpperCase()}
      </span>
      <span className={styles['label']}>{t.otherLanguage}</span>
    </button>
  );
}

function Navigation() {
  const t = useTexts(shellTexts);
  const items = useNavigation();
  const section = useSection();
  const toDecide = useToDecide();
  const [isOpen, setOpen] = useState(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => setOpen(false), [path]);
  return (
    <nav className={styles['nav']} aria-label={t.navigation} data-open={isOpen}>
      <button
        type="button"
        className={`${styles['tool']} ${styles['menuButton']}`}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {t.menu}
        {!isOpen && toDecide > 0 && <strong className={styles['count']}>{t.toDecide(toDecide)}</strong>}
        <MenuIcon />
      </button>
      <ul>
        {items.map((item) => (
          <li key={item.to}>
            <Link
              to={item.to}
              activeOptions={{ exact: true, includeSearch: false }}
              aria-current={section.to === item.to ? (section.isItself ? 'page' : 'true') : undefined}
            >
              {t[item.text]}
              {item.text === 'approvals' && <Count of={toDecide} />}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Beside the name of a page, where there is room for a number; who listens hears words. */
function Count({ of: count }: { of: number }) {
  const t = useTexts(shellTexts);
  if (count === 0) return null;
  return (
    <strong className={styles['count']}>
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{t.toDecide(count)}</span>
    </strong>
  );
}

function Banners() {
  const t = useTexts(shellTexts);
  const unsent = useUnsent();
  const isOnline = useOnline();
  return (
    <div role="status" aria-live="polite">
      {!isOnline && <p className={styles['banner']}>{t.offline}</p>}
      {unsent.length > 0 && (
        <p className={styles['banner']}>
          {t.unsent(unsent.length)} <OpenDraft address={unsent[0] ?? '/'} />
        </p>
      )}
    </div>
  );
}

/** The name of a draft is the address that leads back to it. */
function OpenDraft({ address }: { address: string }) {
  const t = useTexts(shellTexts);
  const { history } = useRouter();
  return (
    <button type="button" className={styles['tool']} onClick={() => history.push(address)}>
      {t.openUnsent}
    </button>
  );
}

function useOnline(): boolean {
  const [isOnline, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const update = () => setOnline(navigator.onLine);
    addEventListener('online', update);
    addEventListener('offline', update);
    return () => {
      removeEventListener('online', update);
      removeEventListener('offline', update);
    };
  }, []);
  return isOnline;
}

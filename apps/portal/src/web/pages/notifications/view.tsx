import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { clockDefinition, serviceType } from '@rujukan/contracts';
import { useEffect, useRef } from 'react';
import { useAct } from '../../app/act.js';
import { useNow } from '../../app/clock.js';
import { useDisplay, useLanguage, useTexts } from '../../app/language/language.js';
import { often, queryClient } from '../../app/query-client.js';
import { useMay, useMe } from '../../app/session/me.js';
import { handoffsQuery, type Handoff } from '../../data/handoffs.js';
import {
  isOfDeadline,
  markAllRead,
  notificationsQuery,
  unreadQuery,
  type Notification,
} from '../../data/notifications.js';
import { ActFailure } from '../../design/act-failure.js';
import { Button, ButtonRow } from '../../design/button.js';
import { Chip } from '../../design/chip.js';
import { Listed } from '../../design/more.js';
import { Numbers } from '../../design/numbers.js';
import { regionName } from '../../design/options.js';
import { Page } from '../../design/page.js';
import { Row, Rows } from '../../design/rows.js';
import { EmptyState } from '../../design/states.js';
import { ago } from '../../design/time.js';
import { sentenceOf } from './sentence.js';
import { notificationsTexts } from './texts.js';

/** What this person's desk was told, newest first. Opening what it is about marks it as read. */
export function NotificationsView() {
  const t = useTexts(notificationsTexts);
  const query = useInfiniteQuery(notificationsQuery);
  return (
    <Page tab={t.tab} heading={t.heading} lead={t.lead}>
      <Listed
        query={query}
        empty={
          <EmptyState title={t.emptyTitle}>
            <p>{t.emptyText}</p>
          </EmptyState>
        }
      >
        {(notifications) => (
          <>
            <Unread />
            <List notifications={notifications} />
          </>
        )}
      </Listed>
    </Page>
  );
}

function Unread() {
  const t = useTexts(notificationsTexts);
  const { data } = useQuery({ ...unreadQuery, refetchInterval: often });
  const act = useAct({ doneText: t.marked, act: markAllRead, onDone: () => undefined });
  if (!data) return null;
  return (
    <>
      <p role="status">
        <strong>{data.unread === 0 ? t.allRead : t.unread(data.unread)}</strong>
      </p>
      <ActFailure act={act} />
      {data.unread > 0 && (
        <ButtonRow>
          <Button kind="secondary" isBusy={act.isBusy} onClick={() => act.run(undefined)}>
            {t.markAll}
          </Button>
        </ButtonRow>
      )}
    </>
  );
}

function List({ notifications }: { notifications: readonly Notification[] }) {
  const t = useTexts(notificationsTexts);
  const known = useKnownHandoffs(notifications[0]?.id);
  return (
    <Rows label={t.list}>
      {notifications.map((notification) => (
        <NotificationRow
          key={notification.id}
          notification={notification}
          handoff={known.get(notification.handoffId ?? '')}
        />
      ))}
    </Rows>
  );
}

/** The newest of both boxes: a line is easier to place with a number and a name. */
function useKnownHandoffs(newest: string | undefined): ReadonlyMap<string, Handoff> {
  const may = useMay();
  const once = { refetchInterval: false, staleTime: 60_000 } as const;
  const last = useRef(newest);
  useEffect(() => {
    // News has come: the boxes that it is about have moved too.
    if (last.current !== newest) void queryClient.invalidateQueries({ queryKey: ['handoffs'] });
    last.current = newest;
  }, [newest]);
  const inbox = useInfiniteQuery({
    ...handoffsQuery({ box: 'inbox' }),
    ...once,
    enabled: may('handoff:read'),
  });
  const outbox = useInfiniteQuery({
    ...handoffsQuery({ box: 'outbox' }),
    ...once,
    enabled: may('handoff:create'),
  });
  const all = [inbox, outbox].flatMap(({ data }) => data?.pages.flatMap(({ items }) => items) ?? []);
  return new Map(all.map((handoff) => [handoff.id, handoff]));
}

interface RowProps {
  readonly notification: Notification;
  readonly handoff: Handoff | undefined;
}

function NotificationRow({ notification, handoff }: RowProps) {
  const t = useTexts(notificationsTexts);
  const display = useDisplay();
  const factsOf = useFacts();
  return (
    <Row
      link={<Subject notification={notification}>{sentenceOf(notification, t, display)}</Subject>}
      sub={<Numbers text={factsOf(notification, handoff)} />}
      side={!notification.isRead && <Chip tone="info">{t.new}</Chip>}
    />
  );
}

/** The way to what the news is about, where there is a page of it. */
function Subject({ notification, children }: { notification: Notification; children: string }) {
  const may = useMay();
  const { handoffId, caseId, kind, definition } = notification;
  if (handoffId)
    return (
      <Link to="/r/$id" params={{ id: handoffId }}>
        {children}
      </Link>
    );
  if (caseId)
    return (
      <Link to="/k/$id" params={{ id: caseId }}>
        {children}
      </Link>
    );
  if (kind === 'emergency-access' || definition === 'break-glass-review')
    return <Link to="/darurat">{children}</Link>;
  if (definition === 'consent-withdrawal-answer' && may('handoff:answer'))
    return <Link to="/kotak-masuk">{children}</Link>;
  if (isOfDeadline(notification) && may('clock:read')) return <Link to="/batas-waktu">{children}</Link>;
  return <strong>{children}</strong>;
}

/** When it was, of which handoff, with whom. */
function useFacts() {
  const display = useDisplay();
  const { language } = useLanguage();
  const now = useNow();
  const me = useMe();
  return (
    { at, handoffNumber, definition, serviceType: service, areaCode }: Notification,
    handoff: Handoff | undefined,
  ): string => {
    const other = handoff && (handoff.from.agencyId === me.agencyId ? handoff.to : handoff.from);
    const facts = [
      now && ago(at, now, language),
      display(clockDefinition, definition),
      handoffNumber,
      display(serviceType, handoff?.serviceType ?? service),
      other?.name,
      regionName(areaCode),
    ];
    return facts.filter(Boolean).join(' · ');
  };
}

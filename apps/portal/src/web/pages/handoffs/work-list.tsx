import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useNow } from '../../app/clock.js';
import { useTexts } from '../../app/language/language.js';
import { often, seldom } from '../../app/query-client.js';
import { handoffsQuery, type Handoff, type HandoffBox, type HandoffStatus } from '../../data/handoffs.js';
import { isOfDeadline, unreadQuery } from '../../data/notifications.js';
import { Listed } from '../../design/more.js';
import { Rows } from '../../design/rows.js';
import { HandoffRow } from './handoff-row.js';
import { handoffsTexts } from './texts.js';
import styles from './view.module.css';
import { workList, type Group } from './work-groups.js';

/** The box as a list of work: what is late, what is new, what is due next; in words, the colours only repeat it. */
export function WorkList({ box, empty }: { box: HandoffBox; empty: ReactNode }) {
  const newest = useInfiniteQuery(handoffsQuery({ box }));
  // However long the list has grown, what waits for an answer is on it.
  const unanswered = [useAll(box, 'requested'), useAll(box, 'received')].flat();
  const news = useNews();
  const now = useNow();
  if (!now) return null;
  return (
    <Listed query={newest} empty={empty}>
      {(handoffs) => {
        const work = workList([...unanswered, ...handoffs], { box, now });
        return (
          <div className={styles['work']}>
            <Summary box={box} work={work} news={news} />
            {work.map(({ group, handoffs: found }) => (
              <Section key={group} group={group} box={box}>
                {found.map((handoff) => (
                  <HandoffRow key={handoff.id} handoff={handoff} box={box} isNews={news.has(handoff.id)} />
                ))}
              </Section>
            ))}
          </div>
        );
      }}
    </Listed>
  );
}

function useAll(box: HandoffBox, status: HandoffStatus): readonly Handoff[] {
  const { data } = useInfiniteQuery({ ...handoffsQuery({ box, status }), refetchInterval: seldom });
  // Answered since: the newest list knows better.
  return (data?.pages ?? []).flatMap(({ items }) => items);
}

/** Handoffs of which this person was told something and that it has not looked at since. A deadline tells itself. */
function useNews(): ReadonlySet<string> {
  const { data } = useQuery({ ...unreadQuery, refetchInterval: often });
  const news = (data?.items ?? []).filter((notification) => !isOfDeadline(notification));
  return new Set(news.flatMap(({ handoffId }) => handoffId ?? []));
}

/** How much of it presses, and what is new, in two sentences. */
function Summary({
  box,
  work,
  news,
}: {
  readonly box: HandoffBox;
  readonly news: ReadonlySet<string>;
  work: readonly { readonly group: Group; readonly handoffs: readonly Handoff[] }[];
}) {
  const t = useTexts(handoffsTexts);
  const count = (group: Group) => work.find((one) => one.group === group)?.handoffs.length ?? 0;
  return (
    <p className={styles['summary']} role="status">
      {box === 'inbox'
        ? t.summary(count('late'), count('fresh'), count('turn') + count('next'))
        : t.summaryOfSent(count('late'), count('turn'), count('waiting'))}{' '}
      {t.news(work.flatMap(({ handoffs }) => handoffs).filter(({ id }) => news.has(id)).length)}
    </p>
  );
}

interface SectionProps {
  readonly group: Group;
  readonly box: HandoffBox;
  readonly children: ReactNode;
}

function Section({ group, box, children }: SectionProps) {
  const t = useTexts(handoffsTexts);
  const title = t[`${box}.${group}`];
  return (
    <section className={styles['section']} aria-label={title}>
      <h2>{title}</h2>
      <Rows label={title}>{children}</Rows>
    </section>
  );
}

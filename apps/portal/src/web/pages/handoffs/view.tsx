import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { handoffKind, handoffStatus, riskLevel, serviceType } from '@rujukan/contracts';
import { useNow } from '../../app/clock.js';
import { useDisplay, useLanguage, useTexts } from '../../app/language/language.js';
import {
  awaitsAnswer,
  isFinal,
  handoffsQuery,
  type Handoff,
  type HandoffBox,
  type HandoffStatus,
} from '../../data/handoffs.js';
import { LinkButton } from '../../design/button.js';
import { Chip, DeadlineChip } from '../../design/chip.js';
import { SelectField } from '../../design/field.js';
import { handoffTone } from '../../design/handoff-tone.js';
import { Listed } from '../../design/more.js';
import { Numbers } from '../../design/numbers.js';
import { optionsOf } from '../../design/options.js';
import { Page } from '../../design/page.js';
import { riskTone } from '../../design/risk.js';
import { Row, Rows } from '../../design/rows.js';
import { EmptyState } from '../../design/states.js';
import { ago } from '../../design/time.js';
import { handoffsTexts } from './texts.js';

interface Props {
  readonly box: HandoffBox;
  readonly status: HandoffStatus | undefined;
}

const addressOf = { inbox: '/kotak-masuk', outbox: '/terkirim' } as const;

/** Inbox or outbox: what an agency was asked, what it asked, and how long there is to answer. */
export function HandoffsView({ box, status }: Props) {
  const t = useTexts(handoffsTexts);
  const query = useInfiniteQuery(handoffsQuery({ box, ...(status ? { status } : {}) }));
  const isInbox = box === 'inbox';
  return (
    <Page
      tab={isInbox ? t.inboxTab : t.outboxTab}
      heading={isInbox ? t.inbox : t.outbox}
      lead={isInbox ? t.inboxLead : t.outboxLead}
    >
      <StatusFilter box={box} status={status} />
      <Listed query={query} empty={<Empty box={box} />}>
        {(handoffs) => (
          <Rows label={t.list}>
            {handoffs.map((handoff) => (
              <HandoffRow key={handoff.id} handoff={handoff} box={box} />
            ))}
          </Rows>
        )}
      </Listed>
    </Page>
  );
}

function Empty({ box }: Pick<Props, 'box'>) {
  const t = useTexts(handoffsTexts);
  if (box === 'inbox')
    return (
      <EmptyState title={t.emptyInboxTitle}>
        <p>{t.emptyInboxText}</p>
      </EmptyState>
    );
  return (
    <EmptyState title={t.emptyOutboxTitle}>
      <p>{t.emptyOutboxText}</p>
      <LinkButton kind="secondary" to="/k">
        {t.toCases}
      </LinkButton>
    </EmptyState>
  );
}

function StatusFilter({ box, status }: Props) {
  const t = useTexts(handoffsTexts);
  const { language } = useLanguage();
  const navigate = useNavigate();
  return (
    <SelectField
      name="status"
      label={t.status}
      emptyLabel={t.allStatuses}
      isShort
      options={optionsOf(handoffStatus, language, ['draft'])}
      value={status ?? ''}
      onChange={({ target }) =>
        void navigate({
          to: addressOf[box],
          search: target.value ? { status: target.value as HandoffStatus } : {},
        })
      }
    />
  );
}

function HandoffRow({ handoff, box }: { handoff: Handoff; box: HandoffBox }) {
  const t = useTexts(handoffsTexts);
  const display = useDisplay();
  const { language } = useLanguage();
  const now = useNow();
  const other = box === 'inbox' ? t.from(handoff.from.name) : t.to(handoff.to.name);
  const facts = [
    display(serviceType, handoff.serviceType),
    other,
    now && ago(handoff.requestedAt, now, language),
  ];
  return (
    <Row
      link={
        <Link to="/r/$id" params={{ id: handoff.id }}>
          <Numbers text={t.open(display(handoffKind, handoff.kind), handoff.number)} />
        </Link>
      }
      sub={facts.filter(Boolean).join(' · ')}
      side={
        <>
          {!isFinal(handoff.status) && handoff.riskLevel && (
            <Chip tone={riskTone[handoff.riskLevel]}>{t.risk(display(riskLevel, handoff.riskLevel))}</Chip>
          )}
          <Chip tone={handoffTone[handoff.status]}>{display(handoffStatus, handoff.status)}</Chip>
          {awaitsAnswer(handoff.status) && <DeadlineChip dueAt={handoff.dueAt} />}
        </>
      }
    />
  );
}

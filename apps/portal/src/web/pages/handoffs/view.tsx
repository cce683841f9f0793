import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { handoffStatus } from '@rujukan/contracts';
import { useLanguage, useTexts } from '../../app/language/language.js';
import { handoffsQuery, type HandoffBox, type HandoffStatus } from '../../data/handoffs.js';
import { LinkButton } from '../../design/button.js';
import { SelectField } from '../../design/field.js';
import { Listed } from '../../design/more.js';
import { optionsOf } from '../../design/options.js';
import { Page } from '../../design/page.js';
import { Rows } from '../../design/rows.js';
import { EmptyState } from '../../design/states.js';
import { HandoffRow } from './handoff-row.js';
import { handoffsTexts } from './texts.js';
import { WithdrawalsDue } from './withdrawals-due.js';
import { WorkList } from './work-list.js';

interface Props {
  readonly box: HandoffBox;
  readonly status: HandoffStatus | undefined;
}

const addressOf = { inbox: '/kotak-masuk', outbox: '/terkirim' } as const;

/** Inbox or outbox: what an agency was asked, what it asked, and how long there is to answer. */
export function HandoffsView({ box, status }: Props) {
  const t = useTexts(handoffsTexts);
  const isInbox = box === 'inbox';
  return (
    <Page
      tab={isInbox ? t.inboxTab : t.outboxTab}
      heading={isInbox ? t.inbox : t.outbox}
      lead={isInbox ? t.inboxLead : t.outboxLead}
    >
      {isInbox && <WithdrawalsDue />}
      <StatusFilter box={box} status={status} />
      {status ? (
        <Plain box={box} status={status} />
      ) : (
        <WorkList key={box} box={box} empty={<Empty box={box} />} />
      )}
    </Page>
  );
}

/** All of one state, newest first. */
function Plain({ box, status }: { box: HandoffBox; status: HandoffStatus }) {
  const t = useTexts(handoffsTexts);
  const query = useInfiniteQuery(handoffsQuery({ box, status }));
  return (
    <Listed query={query} empty={<Empty box={box} />}>
      {(handoffs) => (
        <Rows label={t.list}>
          {handoffs.map((handoff) => (
            <HandoffRow key={handoff.id} handoff={handoff} box={box} />
          ))}
        </Rows>
      )}
    </Listed>
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

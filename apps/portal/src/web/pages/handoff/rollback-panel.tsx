import { rejectionReason } from '@rujukan/contracts';
import { useNow } from '../../app/clock.js';
import { useDisplay, useLanguage, useTexts } from '../../app/language/language.js';
import { useMe } from '../../app/session/me.js';
import type { Handoff } from '../../data/handoffs.js';
import { DeadlineChip } from '../../design/chip.js';
import { Facts, Panel } from '../../design/page.js';
import { dateTime } from '../../design/time.js';
import { rollbackTexts } from './rollback.texts.js';

interface Props {
  readonly handoff: Handoff;
  readonly rollback: NonNullable<Handoff['rollback']>;
}

/** One agency wants the case back where it was: who has signed, and who has not until when. */
export function RollbackPanel({ handoff, rollback }: Props) {
  const t = useTexts(rollbackTexts);
  const display = useDisplay();
  const { language } = useLanguage();
  const me = useMe();
  const now = useNow();
  const { proposedBy, proposedAt, reason, signed, until } = rollback;
  const isOver = now !== undefined && new Date(until) < now;
  const { first, other } = sidesOf(handoff, proposedBy);
  const nameOf = ({ agencyId, name }: Side) => (agencyId === me.agencyId ? t.ours(name) : name);
  const turn = proposedBy === me.agencyId ? t.wait : t.yourTurn;
  // What it came to is said above, where the handoff says who must act.
  if (signed)
    return (
      <Panel title={t.title}>
        <Facts
          facts={[
            [t.signed, t.on(nameOf(first), dateTime(proposedAt, language))],
            [t.signed, t.on(nameOf(other), dateTime(signed.at, language))],
            [t.reason, display(rejectionReason, reason)],
          ]}
        />
      </Panel>
    );
  return (
    <Panel title={t.title} aside={<DeadlineChip dueAt={until} />}>
      <p>{isOver ? t.over : `${t.lead} ${turn}`}</p>
      <Facts
        facts={[
          [t.signed, t.on(nameOf(first), dateTime(proposedAt, language))],
          [t.missing, nameOf(other)],
          [t.reason, display(rejectionReason, reason)],
          [t.until, dateTime(until, language)],
        ]}
      />
    </Panel>
  );
}

type Side = Handoff['from'];

const sidesOf = ({ from, to }: Handoff, signer: string): { readonly first: Side; readonly other: Side } =>
  from.agencyId === signer ? { first: from, other: to } : { first: to, other: from };

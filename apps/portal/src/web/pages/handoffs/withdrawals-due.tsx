import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../../app/language/language.js';
import { withdrawalsQuery } from '../../data/withdrawals.js';
import { DeadlineChip } from '../../design/chip.js';
import { Numbers } from '../../design/numbers.js';
import { Row, Rows } from '../../design/rows.js';
import { withdrawalTexts } from '../handoff/withdrawal.texts.js';
import styles from './view.module.css';

/** Consents that were withdrawn, and whose holder here has not said yet what becomes of the data. */
export function WithdrawalsDue() {
  const t = useTexts(withdrawalTexts);
  const { data } = useQuery(withdrawalsQuery);
  const open = (data?.items ?? []).filter(({ answered }) => !answered);
  if (open.length === 0) return null;
  return (
    <section className={styles['section']} aria-label={t.due}>
      <h2>{t.due}</h2>
      <Rows label={t.due}>
        {open.flatMap(({ id, handoffs: [first], dueAt }) =>
          first
            ? [
                <Row
                  key={id}
                  link={
                    <Link to="/r/$id" params={{ id: first.id }}>
                      <Numbers text={t.dueFor(first.number)} />
                    </Link>
                  }
                  side={<DeadlineChip dueAt={dueAt} />}
                />,
              ]
            : [],
        )}
      </Rows>
    </section>
  );
}

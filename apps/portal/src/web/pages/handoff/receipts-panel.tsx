import { useQuery } from '@tanstack/react-query';
import { useAct } from '../../app/act.js';
import { useTexts } from '../../app/language/language.js';
import { queryClient } from '../../app/query-client.js';
import { saveFile } from '../../app/save-file.js';
import { receiptQuery, receiptsQuery, type ReceiptLine } from '../../data/receipts.js';
import { ActFailure } from '../../design/act-failure.js';
import { Button, ButtonRow, LinkButton } from '../../design/button.js';
import { Panel } from '../../design/page.js';
import styles from './receipts.module.css';
import { receiptsTexts } from './receipts.texts.js';

/** Which steps this agency can prove to anybody, also when its access to the case is over. */
export function ReceiptsPanel({ handoffId }: { handoffId: string }) {
  const t = useTexts(receiptsTexts);
  const { data } = useQuery(receiptsQuery(handoffId));
  if (!data || data.items.length === 0) return null;
  return (
    <Panel title={t.title}>
      <p>{t.lead}</p>
      <ul className={styles['receipts']} aria-label={t.title}>
        {data.items.map((line) => (
          <Receipt key={line.index} handoffId={handoffId} line={line} />
        ))}
      </ul>
    </Panel>
  );
}

function Receipt({ handoffId, line: { index, step } }: { handoffId: string; line: ReceiptLine }) {
  const t = useTexts(receiptsTexts);
  const download = useAct({
    doneText: t.downloaded,
    act: () => queryClient.query(receiptQuery(handoffId, index)),
    onDone: (receipt) => saveFile(`${handoffId}-${index}.tlog-proof`, receipt),
  });
  return (
    <li className={styles['receipt']}>
      <p>
        <strong>{t[step]}</strong> · {t.place(index)}
      </p>
      <ActFailure act={download} />
      <ButtonRow>
        <Button kind="secondary" isBusy={download.isBusy} onClick={() => download.run(undefined)}>
          {t.download}
        </Button>
        <LinkButton kind="secondary" to="/periksa" search={{ r: handoffId, n: index }}>
          {t.check}
        </LinkButton>
      </ButtonRow>
    </li>
  );
}

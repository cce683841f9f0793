import { useQuery } from '@tanstack/react-query';
import { announce } from '../../app/announcer.js';
import { useLanguage, useTexts } from '../../app/language/language.js';
import { useAgencyName } from '../../data/agencies.js';
import { receiptQuery } from '../../data/reports.js';
import { Button, ButtonRow, LinkButton } from '../../design/button.js';
import { Facts, Notice, Page, Panel } from '../../design/page.js';
import { Loaded } from '../../design/states.js';
import { dateTime } from '../../design/time.js';
import { receiptTexts } from './texts.js';
import styles from './view.module.css';

/** What the reporter is told: it arrived, where, when, and under which number. */
export function ReceiptView({ id }: { id: string }) {
  const t = useTexts(receiptTexts);
  const { language } = useLanguage();
  const agency = useAgencyName();
  const query = useQuery(receiptQuery(id));
  const copy = async (number: string) => {
    await navigator.clipboard.writeText(number);
    announce(t.copied);
  };
  return (
    <Page tab={t.tab} heading={t.heading} isForm>
      <Loaded query={query}>
        {(receipt) => (
          <>
            <Notice tone="ok">
              <span>{t.number}</span>
              <strong className={styles['number']}>{receipt.number}</strong>
              <Button kind="secondary" onClick={() => void copy(receipt.number)}>
                {t.copy}
              </Button>
            </Notice>
            <Panel title={t.nextTitle}>
              <Facts
                facts={[
                  [t.receivedAt, dateTime(receipt.receivedAt, language)],
                  [t.recipient, agency(receipt.recipientAgencyId)],
                ]}
              />
              <p>{t.next}</p>
              <p>{t.keep}</p>
            </Panel>
            <ButtonRow>
              <LinkButton to="/l/$id" params={{ id }}>
                {t.open}
              </LinkButton>
              <LinkButton kind="secondary" to="/l/baru">
                {t.another}
              </LinkButton>
            </ButtonRow>
          </>
        )}
      </Loaded>
    </Page>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../../app/language/language.js';
import { receiptQuery } from '../../data/receipts.js';
import { Page } from '../../design/page.js';
import { Loaded } from '../../design/states.js';
import { verifyTexts } from './texts.js';
import { VerifyView } from './view.js';

interface Props {
  readonly handoffId: string;
  readonly index: number;
}

/** A receipt that comes from the page of its handoff: checked as a file would be. */
export function CarriedReceiptView({ handoffId, index }: Props) {
  const t = useTexts(verifyTexts);
  const query = useQuery(receiptQuery(handoffId, index));
  if (query.data !== undefined)
    return <VerifyView brought={{ proof: new TextEncoder().encode(query.data) }} />;
  return (
    <Page tab={t.tab} heading={t.heading} lead={t.lead} isForm>
      <Loaded query={query}>{() => null}</Loaded>
    </Page>
  );
}

import { useMutation } from '@tanstack/react-query';
import { useNow } from '../app/clock.js';
import { useLanguage, useTexts } from '../app/language/language.js';
import { texts } from '../app/language/texts.js';
import { useMe } from '../app/session/me.js';
import { useAgencyName } from '../data/agencies.js';
import { Button, ButtonRow } from './button.js';
import { Facts, type Fact } from './page.js';
import { ErrorState } from './states.js';
import { dateTime } from './time.js';

const paperTexts = texts({
  id: {
    print: 'Cetak',
    printedAt: 'Dicetak',
    printedBy: 'Dicetak oleh',
    note: 'Cetakan ini untuk dibaca. Yang membuktikan adalah berkas bukti, yang dapat diperiksa tanpa server ini.',
  },
  en: {
    print: 'Print',
    printedAt: 'Printed',
    printedBy: 'Printed by',
    note: 'This print is for reading. The proof is the evidence package, which can be checked without this server.',
  },
});

/** Puts the page on paper, as the browser does it; what came from the trail only once that is on record. */
export function PrintButton({ record }: { record?: () => Promise<unknown> }) {
  const t = useTexts(paperTexts);
  const printing = useMutation({
    mutationFn: async () => record?.(),
    onSuccess: () => print(),
  });
  return (
    <>
      {printing.isError && <ErrorState error={printing.error} onRetry={() => printing.mutate()} />}
      <ButtonRow>
        <Button kind="secondary" isBusy={printing.isPending} onClick={() => printing.mutate()}>
          {t.print}
        </Button>
      </ButtonRow>
    </>
  );
}

/** What paper must say and a screen need not: what was asked, when it was printed, and by whom. */
export function PaperHead({ facts }: { facts: readonly (Fact | false | undefined)[] }) {
  const t = useTexts(paperTexts);
  const me = useMe();
  const now = useNow();
  const { language } = useLanguage();
  const agency = useAgencyName()(me.agencyId ?? undefined);
  return (
    <div className="on-paper">
      <Facts
        facts={[
          ...facts,
          now && [t.printedAt, dateTime(now.toISOString(), language)],
          [t.printedBy, [me.name, agency].filter(Boolean).join(', ')],
        ]}
      />
      <p>{t.note}</p>
    </div>
  );
}

import { useNow } from '../app/clock.js';
import { useLanguage, useTexts } from '../app/language/language.js';
import { texts } from '../app/language/texts.js';
import { useMe } from '../app/session/me.js';
import { useAgencyName } from '../data/agencies.js';
import { Button, ButtonRow } from './button.js';
import { Facts, type Fact } from './page.js';
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

/** Puts the page on paper, as the browser does it. */
export function PrintButton() {
  const t = useTexts(paperTexts);
  return (
    <ButtonRow>
      <Button kind="secondary" onClick={() => print()}>
        {t.print}
      </Button>
    </ButtonRow>
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

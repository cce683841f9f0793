import { useTexts } from '../app/language/language.js';
import { texts } from '../app/language/texts.js';
import { Button } from './button.js';

const changeTexts = texts({
  id: { change: 'Ubah', part: (name: string) => ` bagian ${name}` },
  en: { change: 'Change', part: (name: string) => ` ${name}` },
});

/** Leads back to one part of a form. The eye sees the part beside it; whoever listens hears its name. */
export function ChangeButton({ part, onClick }: { part: string; onClick: () => void }) {
  const t = useTexts(changeTexts);
  return (
    <Button kind="quiet" onClick={onClick}>
      <span>
        {t.change}
        <span className="visually-hidden">{t.part(part)}</span>
      </span>
    </Button>
  );
}

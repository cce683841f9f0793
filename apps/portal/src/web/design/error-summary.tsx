import { useEffect, useRef } from 'react';
import { ProblemReply } from '../app/call-api.js';
import { useTexts } from '../app/language/language.js';
import { texts } from '../app/language/texts.js';
import styles from './error-summary.module.css';
import { fieldId } from './field.js';
import { TraceCode } from './states.js';

const summaryTexts = texts({
  id: { title: 'Ada yang perlu diperbaiki' },
  en: { title: 'Some things need correction' },
});

export interface Mistake {
  /** Field to go to; absent when it concerns no single field. */
  readonly name?: string;
  readonly text: string;
}

interface Props {
  readonly mistakes: readonly Mistake[];
  /** Changes with every attempt to send, so that the same mistakes are announced again. */
  readonly attempt: number;
  readonly traceId?: string | undefined;
  /** Shows the field first, where it stands on another step. */
  readonly onField?: ((name: string) => void) | undefined;
}

/** All mistakes at the top, focused when they appear; each leads to its field. */
export function ErrorSummary({ mistakes, attempt, traceId, onField }: Props) {
  const t = useTexts(summaryTexts);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (mistakes.length === 0) return null;
  return (
    <div ref={box} className={styles['summary']} role="alert" tabIndex={-1}>
      <h2>{t.title}</h2>
      <ul>
        {inOrderOfFields(mistakes).map((mistake) => (
          <li key={`${mistake.name ?? ''}${mistake.text}`}>
            {mistake.name ? (
              <FieldLink name={mistake.name} text={mistake.text} onField={onField} />
            ) : (
              mistake.text
            )}
          </li>
        ))}
      </ul>
      {traceId && <TraceCode traceId={traceId} />}
    </div>
  );
}

/** From the top of the form to its end, however they were found; fields of another step come last. */
function inOrderOfFields(mistakes: readonly Mistake[]): readonly Mistake[] {
  const places = new Map(
    mistakes.map(({ name = '' }) => [name, document.getElementById(fieldId(name))] as const),
  );
  return mistakes.toSorted((one, other) => {
    const first = places.get(one.name ?? '');
    const second = places.get(other.name ?? '');
    if (!first || !second) return Number(!first) - Number(!second);
    if (first === second) return 0;
    return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
}

interface FieldLinkProps extends Pick<Props, 'onField'> {
  readonly name: string;
  readonly text: string;
}

function FieldLink({ name, text, onField }: FieldLinkProps) {
  const id = fieldId(name);
  const show = () => {
    onField?.(name);
    // After the step that holds the field is on screen.
    requestAnimationFrame(() => {
      const field = document.getElementById(id);
      field?.focus();
      field?.scrollIntoView({ block: 'center' });
    });
  };
  return (
    <a
      href={`#${id}`}
      onClick={(event) => {
        event.preventDefault();
        show();
      }}
    >
      {text}
    </a>
  );
}

/** What a service found wrong, as mistakes with the names of our fields (`/children/0/name` is `children.0.name`). */
export const mistakesOf = (error: unknown): Mistake[] => {
  if (!(error instanceof ProblemReply)) return [];
  if (error.errors.length === 0) return [{ text: error.title }];
  return error.errors.map(({ pointer, detail }) => ({
    name: pointer.slice(1).replaceAll('/', '.'),
    text: detail ?? error.title,
  }));
};

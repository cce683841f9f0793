import type { UseQueryResult } from '@tanstack/react-query';
import {
  ageBand,
  dataCategory,
  fieldGroup,
  lawfulBasis,
  priority,
  riskLevel,
  serviceType,
  sex,
} from '@rujukan/contracts';
import { ProblemReply } from '../../app/call-api.js';
import { useDisplay, useLanguage, useTexts } from '../../app/language/language.js';
import type { HandoffPreview } from '../../data/providers.js';
import { languageNames } from '../../design/languages.js';
import { regionName } from '../../design/options.js';
import { Facts, Notice, Panel, type Fact } from '../../design/page.js';
import { Loaded } from '../../design/states.js';
import { dateTime } from '../../design/time.js';
import styles from './preview.module.css';
import { referTexts } from './texts.js';

interface Props {
  readonly query: UseQueryResult<HandoffPreview>;
  readonly isTransfer: boolean;
}

const isRefusal = (error: unknown): error is ProblemReply =>
  error instanceof ProblemReply && error.status < 500;

/** Whether the sender has seen what will be seen, or why it would be refused. */
export const isSeen = ({ isSuccess, error }: UseQueryResult<HandoffPreview>): boolean =>
  isSuccess || isRefusal(error);

/** What the receiver will see before and after it accepts, and never, as the service itself decides it. */
export function Preview({ query, isTransfer }: Props) {
  const t = useTexts(referTexts);
  const { error } = query;
  return (
    <Panel title={t.previewTitle}>
      {isRefusal(error) ? (
        // Said now rather than after the last button.
        <Notice tone="warn">
          <p>
            <strong>{t.wouldBeRefused}</strong> {error.title}
          </p>
        </Notice>
      ) : (
        <Loaded query={query} lines={6}>
          {(preview) => <Sides preview={preview} isTransfer={isTransfer} />}
        </Loaded>
      )}
    </Panel>
  );
}

function Sides({ preview, isTransfer }: { preview: HandoffPreview; isTransfer: boolean }) {
  const t = useTexts(referTexts);
  const display = useDisplay();
  const { fieldGroups } = preview.after;
  const never = preview.never.map((data) =>
    Object.hasOwn(fieldGroup.display, data) ? display(fieldGroup, data) : display(dataCategory, data),
  );
  return (
    <div className={styles['sides']}>
      <section className={styles['side']} aria-label={t.before}>
        <h3>{t.before}</h3>
        <p>{t.beforeText}</p>
        <Before preview={preview} />
      </section>
      <section className={styles['side']} aria-label={t.after}>
        <h3>{t.after}</h3>
        <p>{isTransfer ? t.afterTransfer : t.afterText}</p>
        <ul>
          {fieldGroups.map((group) => (
            <li key={group}>{display(fieldGroup, group)}</li>
          ))}
        </ul>
        {never.length > 0 && (
          <p className={styles['closed']}>
            <strong>{t.neverSeen}:</strong> {never.join('; ')}.
          </p>
        )}
      </section>
    </div>
  );
}

/** The envelope word for word. */
function Before({ preview: { before } }: { preview: HandoffPreview }) {
  const t = useTexts(referTexts);
  const display = useDisplay();
  const { language } = useLanguage();
  const { lawfulBasis: basis, hasDisability } = before;
  const disability = hasDisability ? t.yes : t.no;
  const facts: Fact[] = [
    [t.service, display(serviceType, before.serviceType)],
    [t.priority, display(priority, before.priority)],
    [t.risk, display(riskLevel, before.riskLevel)],
    [t.ageBand, display(ageBand, before.ageBand)],
    [t.sex, display(sex, before.sex)],
    [t.area, regionName(before.areaCode)],
    [t.languages, before.languages && languageNames(before.languages, language)],
    [t.disability, hasDisability === undefined ? undefined : disability],
    [t.basis, [display(lawfulBasis, basis.code), basis.article].filter(Boolean).join(', ')],
    [t.answerBy, dateTime(before.dueAt, language)],
  ];
  return <Facts facts={facts} />;
}

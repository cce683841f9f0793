import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLanguage, useTexts } from '../../app/language/language.js';
import {
  answerQuery,
  isView,
  questionsQuery,
  recordPrint,
  views,
  type Answer,
  type Criteria,
} from '../../data/answers.js';
import { Button } from '../../design/button.js';
import { Notice, Page, Panel } from '../../design/page.js';
import { PaperHead, PrintButton } from '../../design/paper.js';
import { EmptyState, ErrorState, Loaded, Skeleton } from '../../design/states.js';
import { dateTime } from '../../design/time.js';
import { CriteriaForm } from './criteria-form.js';
import { FindingCard } from './finding-card.js';
import { askTexts } from './texts.js';
import styles from './view.module.css';

interface Props {
  readonly name: string;
  readonly criteria: Criteria;
  readonly onAsk: (criteria: Criteria) => void;
}

interface Asked {
  readonly asks: string;
  readonly takes: readonly (keyof Criteria)[];
  readonly needs: readonly (keyof Criteria)[];
}

/** One question: what it is about, and its answer. */
export function AnswerView(props: Props) {
  const t = useTexts(askTexts);
  const { language } = useLanguage();
  const query = useQuery({ ...questionsQuery(language), enabled: !isView(props.name) });
  if (isView(props.name))
    return <Question {...props} asked={{ asks: t[props.name], ...views[props.name] }} />;
  return (
    <Loaded query={query} lines={8}>
      {(questions) => {
        const question = questions.find(({ name }) => name === props.name);
        if (!question) return <EmptyState title={t.none}>{back(t.back)}</EmptyState>;
        const takes = question.parameters.map(({ name }) => name);
        const needs = question.parameters.filter(({ isRequired }) => isRequired).map(({ name }) => name);
        return <Question {...props} asked={{ asks: question.asks, takes, needs }} />;
      }}
    </Loaded>
  );
}

const back = (text: string) => <Link to="/tanya">{text}</Link>;

function Question({ name, criteria, onAsk, asked }: Props & { asked: Asked }) {
  const t = useTexts(askTexts);
  const isAsked = asked.needs.every((each) => criteria[each]);
  return (
    <Page tab={t.tab} heading={asked.asks} back={back(t.back)}>
      <div className="not-on-paper">
        <Panel title={t.criteria}>
          <CriteriaForm key={JSON.stringify(criteria)} criteria={criteria} onAsk={onAsk} {...asked} />
        </Panel>
      </div>
      {isAsked && <Answered name={name} criteria={criteria} />}
    </Page>
  );
}

function Answered({ name, criteria }: Pick<Props, 'name' | 'criteria'>) {
  const t = useTexts(askTexts);
  const { language } = useLanguage();
  const query = useInfiniteQuery(answerQuery(name, criteria, language));
  const [first] = query.data?.pages ?? [];
  if (!first)
    return query.isError ? (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <Skeleton lines={6} />
    );
  const findings = query.data?.pages.flatMap((page) => page.findings) ?? [];
  return (
    <>
      <AskedOnPaper criteria={criteria} />
      <Summary page={first} isCaution={name === 'akses-tak-biasa' && findings.length > 0} />
      {findings.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneText}</p>
        </EmptyState>
      ) : (
        <ol className={styles['findings']} aria-label={t.findings}>
          {findings.map((finding, at) => (
            // An answer is fixed once it is given: the place of a finding is its identity.
            <FindingCard key={at} finding={finding} />
          ))}
        </ol>
      )}
      <PrintButton record={() => recordPrint(name, criteria)} />
      {query.hasNextPage && (
        <Older isBusy={query.isFetchingNextPage} onShow={() => void query.fetchNextPage()} />
      )}
    </>
  );
}

/** The way to what is older; paper says that there is more. */
function Older({ isBusy, onShow }: { isBusy: boolean; onShow: () => void }) {
  const t = useTexts(askTexts);
  return (
    <>
      <p className="on-paper">{t.notAll}</p>
      <div>
        <Button kind="secondary" isBusy={isBusy} onClick={onShow}>
          {t.older}
        </Button>
      </div>
    </>
  );
}

function AskedOnPaper({ criteria: { case: caseId, from, to } }: { criteria: Criteria }) {
  const t = useTexts(askTexts);
  const { language } = useLanguage();
  return (
    <PaperHead
      facts={[
        [t.case, caseId],
        [t.from, from && dateTime(from, language)],
        [t.to, to && dateTime(to, language)],
      ]}
    />
  );
}

function Summary({ page, isCaution }: { page: Answer; isCaution: boolean }) {
  const t = useTexts(askTexts);
  return (
    <>
      {page.answer !== undefined && (
        <Panel title={t.answer}>
          <p className={styles['answer']} role="status">
            {page.answer}
          </p>
        </Panel>
      )}
      {!page.isComplete && (
        <Notice tone="warn">
          <p>{t.incomplete}</p>
        </Notice>
      )}
      {isCaution && (
        <Notice>
          <p>{t.caution}</p>
        </Notice>
      )}
      {page.rules && (
        <Panel title={t.rules}>
          <ul className={styles['rules']}>
            {page.rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

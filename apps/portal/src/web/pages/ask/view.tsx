import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLanguage, useTexts } from '../../app/language/language.js';
import { questionsQuery, type Question } from '../../data/answers.js';
import { Page, Panel } from '../../design/page.js';
import { Row, Rows } from '../../design/rows.js';
import { Loaded } from '../../design/states.js';
import { askTexts } from './texts.js';

const needsCase = ({ parameters }: Question): boolean => parameters.some(({ isRequired }) => isRequired);

/** What an auditor asks, by name; each leads to its form and its answer. */
export function AskView() {
  const t = useTexts(askTexts);
  const query = useQuery(questionsQuery(useLanguage().language));
  return (
    <Page tab={t.tab} heading={t.heading} lead={t.lead}>
      <Panel title={t.oneCase}>
        <Rows label={t.oneCase}>
          <Ask name="kejadian" asks={t.kejadian} />
          <Ask name="linimasa" asks={t.linimasa} />
          <Ask name="pembukaan-data" asks={t['pembukaan-data']} />
        </Rows>
      </Panel>
      <Loaded query={query} lines={8}>
        {(questions) => (
          <Panel title={t.whole}>
            <Rows label={t.whole}>
              {questions.map((question) => (
                <Ask
                  key={question.name}
                  name={question.name}
                  asks={question.asks}
                  sub={needsCase(question) && t.needsCase}
                />
              ))}
            </Rows>
          </Panel>
        )}
      </Loaded>
      <Panel title={t.patterns}>
        <Rows label={t.patterns}>
          <Ask name="akses-tak-biasa" asks={t['akses-tak-biasa']} />
        </Rows>
      </Panel>
    </Page>
  );
}

const Ask = ({ name, asks, sub }: { name: string; asks: string; sub?: string | false }) => (
  <Row
    link={
      <Link to="/tanya/$name" params={{ name }}>
        {asks}
      </Link>
    }
    sub={sub}
  />
);

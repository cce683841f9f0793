import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { fieldGroup, reportStatus } from '@rujukan/contracts';
import { useDisplay, useLanguage, useTexts } from '../../app/language/language.js';
import { useMay, useMe } from '../../app/session/me.js';
import { useAgencyName } from '../../data/agencies.js';
import { reportQuery, type Report } from '../../data/reports.js';
import { Chip } from '../../design/chip.js';
import { Numbers } from '../../design/numbers.js';
import { Facts, Notice, Page, Panel } from '../../design/page.js';
import { Row, Rows } from '../../design/rows.js';
import { Loaded } from '../../design/states.js';
import { dateTime } from '../../design/time.js';
import { ReportContentPanels } from './content.js';
import { reportTexts } from './texts.js';
import { Triage } from './triage.js';

export function ReportView({ id }: { id: string }) {
  const t = useTexts(reportTexts);
  const query = useQuery(reportQuery(id));
  return (
    <Page
      tab={t.tab}
      heading={query.data ? t.heading(query.data.number) : t.unnamed}
      back={<Link to="/l">{t.toList}</Link>}
    >
      <Loaded query={query} lines={8}>
        {(report) => <ReportBody report={report} />}
      </Loaded>
    </Page>
  );
}

function ReportBody({ report }: { report: Report }) {
  const t = useTexts(reportTexts);
  const may = useMay();
  const me = useMe();
  return (
    <>
      <StateOfReport report={report} />
      {report.cases.length > 0 && <CasesOfReport report={report} />}
      {may('report:triage') && report.allowedActions.length > 0 && <Triage report={report} />}
      {report.summary === undefined ? (
        <Notice>
          <p>{t.closedContent}</p>
        </Notice>
      ) : (
        <>
          {report.recipientAgencyId !== me.agencyId && (
            <Notice>
              <p>{t.filerView}</p>
            </Notice>
          )}
          <ReportContentPanels report={report} />
        </>
      )}
    </>
  );
}

function StateOfReport({ report }: { report: Report }) {
  const t = useTexts(reportTexts);
  const display = useDisplay();
  const { language } = useLanguage();
  const agency = useAgencyName();
  return (
    <Panel title={t.status} aside={<Chip tone="info">{display(reportStatus, report.status)}</Chip>}>
      <Facts
        facts={[
          [t.receivedAt, dateTime(report.receivedAt, language)],
          [t.filedBy, agency(report.filedByAgencyId)],
          [t.recipient, agency(report.recipientAgencyId)],
          report.missing && [t.missing, report.missing.map((group) => display(fieldGroup, group)).join('; ')],
        ]}
      />
    </Panel>
  );
}

function CasesOfReport({ report }: { report: Report }) {
  const t = useTexts(reportTexts);
  return (
    <Panel title={t.cases}>
      <Rows label={t.cases}>
        {report.cases.map((one) => (
          <Row
            key={one.id}
            link={
              <Link to="/k/$id" params={{ id: one.id }}>
                <Numbers text={t.openCase(one.number)} />
              </Link>
            }
          />
        ))}
      </Rows>
    </Panel>
  );
}

import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { immediateSafety, intakeChannel, reportStatus } from '@rujukan/contracts';
import { useNow } from '../../app/clock.js';
import { useDisplay, useLanguage, useTexts } from '../../app/language/language.js';
import { useMay } from '../../app/session/me.js';
import { useAgencyName } from '../../data/agencies.js';
import { reportsQuery, type ListedReport, type ReportBox, type ReportStatus } from '../../data/reports.js';
import { ButtonRow, LinkButton } from '../../design/button.js';
import { Chip, type Tone } from '../../design/chip.js';
import { SelectField } from '../../design/field.js';
import { Listed } from '../../design/more.js';
import { Numbers } from '../../design/numbers.js';
import { optionsOf, regionName } from '../../design/options.js';
import { Page } from '../../design/page.js';
import { Row, Rows } from '../../design/rows.js';
import { EmptyState } from '../../design/states.js';
import { ago } from '../../design/time.js';
import tabs from '../../design/tabs.module.css';
import { reportsTexts } from './texts.js';

interface Props {
  readonly box: ReportBox;
  readonly status: ReportStatus | undefined;
}

const toneOf: Readonly<Record<ReportStatus, Tone>> = {
  received: 'info',
  forwarded: 'info',
  accepted: 'ok',
  'linked-duplicate': 'neutral',
  'insufficient-info': 'warn',
};

export function ReportsView({ box, status }: Props) {
  const t = useTexts(reportsTexts);
  const may = useMay();
  const query = useInfiniteQuery(reportsQuery(box, status));
  return (
    <Page tab={t.tab} heading={t.heading}>
      {may('report:file') && (
        <ButtonRow>
          <LinkButton to="/l/baru">{t.fileReport}</LinkButton>
        </ButtonRow>
      )}
      <Boxes box={box} />
      <StatusFilter box={box} status={status} />
      <Listed
        query={query}
        empty={
          <EmptyState title={t.emptyTitle}>
            <p>{t.emptyText}</p>
          </EmptyState>
        }
      >
        {(reports) => (
          <Rows label={t.list}>
            {reports.map((report) => (
              <ReportRow key={report.id} report={report} box={box} />
            ))}
          </Rows>
        )}
      </Listed>
    </Page>
  );
}

function Boxes({ box }: { box: ReportBox }) {
  const t = useTexts(reportsTexts);
  return (
    <nav className={tabs['tabs']} aria-label={t.boxes}>
      <ul>
        <li>
          <Link
            to="/l"
            search={{}}
            activeOptions={{ exact: true }}
            aria-current={box === 'received' || undefined}
          >
            {t.received}
          </Link>
        </li>
        <li>
          <Link
            to="/l"
            search={{ dari: 'kami' }}
            activeOptions={{ exact: true }}
            aria-current={box === 'filed' || undefined}
          >
            {t.filed}
          </Link>
        </li>
      </ul>
    </nav>
  );
}

function StatusFilter({ box, status }: Props) {
  const t = useTexts(reportsTexts);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const choose = (chosen: string) =>
    navigate({
      to: '/l',
      search: {
        ...(box === 'filed' ? { dari: 'kami' as const } : {}),
        ...(chosen ? { status: chosen as ReportStatus } : {}),
      },
    });
  return (
    <SelectField
      name="status"
      label={t.status}
      emptyLabel={t.allStatuses}
      isShort
      options={optionsOf(reportStatus, language)}
      value={status ?? ''}
      onChange={(event) => void choose(event.target.value)}
    />
  );
}

function ReportRow({ report, box }: { report: ListedReport; box: ReportBox }) {
  const t = useTexts(reportsTexts);
  const display = useDisplay();
  const { language } = useLanguage();
  const now = useNow();
  const agency = useAgencyName();
  const other =
    box === 'filed' ? t.to(agency(report.recipientAgencyId)) : t.from(agency(report.filedByAgencyId));
  const facts = [
    t.children(report.childrenCount),
    display(intakeChannel, report.channel),
    regionName(report.areaCode),
    other,
    now && ago(report.receivedAt, now, language),
  ];
  return (
    <Row
      link={
        <Link to="/l/$id" params={{ id: report.id }}>
          <Numbers text={t.open(report.number)} />
        </Link>
      }
      sub={facts.filter(Boolean).join(' · ')}
      side={
        <>
          {report.immediateSafety !== 'safe' && (
            <Chip tone="danger">{display(immediateSafety, report.immediateSafety)}</Chip>
          )}
          <Chip tone={toneOf[report.status]}>{display(reportStatus, report.status)}</Chip>
        </>
      }
    />
  );
}

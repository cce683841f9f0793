import { createRoute } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { clockDefinition, handoffStatus, reportStatus, serviceType } from '@rujukan/contracts';
import type { DutyClock } from '../../data/clocks.js';
import type { HandoffStatus } from '../../data/handoffs.js';
import type { ReportStatus } from '../../data/reports.js';
import { TodayView } from '../../pages/today/view.js';
import { shell } from './frame.js';
import { lazyPage } from './lazy-page.js';
import { index, oneOf, present, text } from './search.js';

// Each page is loaded when somebody goes there: the first page stays small.
const FileReportView = lazyPage(async () => (await import('../../pages/file-report/view.js')).FileReportView);
const ReceiptView = lazyPage(async () => (await import('../../pages/receipt/view.js')).ReceiptView);
const ReportView = lazyPage(async () => (await import('../../pages/report/view.js')).ReportView);
const ReportsView = lazyPage(async () => (await import('../../pages/reports/view.js')).ReportsView);
const CasesView = lazyPage(async () => (await import('../../pages/cases/view.js')).CasesView);
const CaseView = lazyPage(async () => (await import('../../pages/case/view.js')).CaseView);
const ReferView = lazyPage(async () => (await import('../../pages/refer/view.js')).ReferView);
const RecordServiceView = lazyPage(
  async () => (await import('../../pages/record-service/view.js')).RecordServiceView,
);
const PlanView = lazyPage(async () => (await import('../../pages/plan/view.js')).PlanView);
const ClosureView = lazyPage(async () => (await import('../../pages/closure/view.js')).ClosureView);
const HandoffsView = lazyPage(async () => (await import('../../pages/handoffs/view.js')).HandoffsView);
const HandoffView = lazyPage(async () => (await import('../../pages/handoff/view.js')).HandoffView);
const NotificationsView = lazyPage(
  async () => (await import('../../pages/notifications/view.js')).NotificationsView,
);
const ApprovalsView = lazyPage(async () => (await import('../../pages/approvals/view.js')).ApprovalsView);
const ClocksView = lazyPage(async () => (await import('../../pages/clocks/view.js')).ClocksView);
const StepClocksView = lazyPage(async () => (await import('../../pages/clocks/step-view.js')).StepClocksView);
const EmergencyView = lazyPage(async () => (await import('../../pages/emergency/view.js')).EmergencyView);
const EntryView = lazyPage(async () => (await import('../../pages/trail/entry-view.js')).EntryView);
const AskView = lazyPage(async () => (await import('../../pages/ask/view.js')).AskView);
const AnswerView = lazyPage(async () => (await import('../../pages/ask/answer-view.js')).AnswerView);
const VerifyView = lazyPage(async () => (await import('../../pages/verify/view.js')).VerifyView);
const CarriedReceiptView = lazyPage(
  async () => (await import('../../pages/verify/carried-receipt-view.js')).CarriedReceiptView,
);
const ExportsView = lazyPage(async () => (await import('../../pages/exports/view.js')).ExportsView);
const TrailView = lazyPage(async () => (await import('../../pages/trail/view.js')).TrailView);

const today = createRoute({ getParentRoute: () => shell, path: '/', component: TodayView });

const reports = createRoute({
  getParentRoute: () => shell,
  path: '/l',
  validateSearch: (search: Record<string, unknown>): { dari?: 'kami'; status?: ReportStatus } =>
    present({
      dari: oneOf(['kami'] as const, search['dari']),
      status: oneOf(reportStatus.codes, search['status']),
    }),
  component: function Reports() {
    const { dari, status } = reports.useSearch();
    return <ReportsView box={dari === 'kami' ? 'filed' : 'received'} status={status} />;
  },
});

const fileReport = createRoute({ getParentRoute: () => shell, path: '/l/baru', component: FileReportView });

const report = createRoute({
  getParentRoute: () => shell,
  path: '/l/$id',
  component: function Report() {
    const { id } = report.useParams();
    return <ReportView key={id} id={id} />;
  },
});

const receipt = createRoute({
  getParentRoute: () => shell,
  path: '/l/$id/bukti',
  component: function Receipt() {
    return <ReceiptView id={receipt.useParams().id} />;
  },
});

const cases = createRoute({ getParentRoute: () => shell, path: '/k', component: CasesView });

const oneCase = createRoute({
  getParentRoute: () => shell,
  path: '/k/$id',
  component: function Case() {
    const { id } = oneCase.useParams();
    return <CaseView key={id} id={id} />;
  },
});

const refer = createRoute({
  getParentRoute: () => shell,
  path: '/k/$id/kirim',
  validateSearch: (search: Record<string, unknown>): { jenis?: 'rujukan' | 'pelimpahan'; layanan?: string } =>
    present({
      jenis: oneOf(['rujukan', 'pelimpahan'] as const, search['jenis']),
      layanan: oneOf(serviceType.codes, search['layanan']),
    }),
  component: function Refer() {
    const { id } = refer.useParams();
    const { jenis, layanan } = refer.useSearch();
    return (
      <ReferView
        key={`${id} ${jenis}`}
        caseId={id}
        isTransfer={jenis === 'pelimpahan'}
        serviceType={layanan ?? ''}
      />
    );
  },
});

const recordService = createRoute({
  getParentRoute: () => shell,
  path: '/k/$id/catat',
  component: function RecordService() {
    return <RecordServiceView caseId={recordService.useParams().id} />;
  },
});

const plan = createRoute({
  getParentRoute: () => shell,
  path: '/k/$id/rencana',
  component: function Plan() {
    return <PlanView caseId={plan.useParams().id} />;
  },
});

const closure = createRoute({
  getParentRoute: () => shell,
  path: '/k/$id/selesai',
  component: function Closure() {
    return <ClosureView caseId={closure.useParams().id} />;
  },
});

const byStatus = (search: Record<string, unknown>): { status?: HandoffStatus } =>
  present({ status: oneOf(handoffStatus.codes, search['status']) });

const inbox = createRoute({
  getParentRoute: () => shell,
  path: '/kotak-masuk',
  validateSearch: byStatus,
  component: function Inbox() {
    return <HandoffsView box="inbox" status={inbox.useSearch().status} />;
  },
});

const outbox = createRoute({
  getParentRoute: () => shell,
  path: '/terkirim',
  validateSearch: byStatus,
  component: function Outbox() {
    return <HandoffsView box="outbox" status={outbox.useSearch().status} />;
  },
});

const handoff = createRoute({
  getParentRoute: () => shell,
  path: '/r/$id',
  component: function Handoff() {
    const { id } = handoff.useParams();
    return <HandoffView key={id} id={id} />;
  },
});

const notifications = createRoute({
  getParentRoute: () => shell,
  path: '/pemberitahuan',
  component: NotificationsView,
});

const approvals = createRoute({
  getParentRoute: () => shell,
  path: '/persetujuan',
  component: ApprovalsView,
});

const clocks = createRoute({
  getParentRoute: () => shell,
  path: '/batas-waktu',
  validateSearch: (
    search: Record<string, unknown>,
  ): { instansi?: string; langkah?: DutyClock['definition'] } =>
    present({ instansi: text(search['instansi']), langkah: oneOf(clockDefinition.codes, search['langkah']) }),
  component: function Clocks(): ReactNode {
    const { instansi, langkah } = clocks.useSearch();
    return instansi && langkah ? <StepClocksView agencyId={instansi} definition={langkah} /> : <ClocksView />;
  },
});

const emergency = createRoute({ getParentRoute: () => shell, path: '/darurat', component: EmergencyView });

const exportsRoute = createRoute({ getParentRoute: () => shell, path: '/ekspor', component: ExportsView });

const trail = createRoute({
  getParentRoute: () => shell,
  path: '/jejak',
  validateSearch: (search: Record<string, unknown>): TrailSearch =>
    present({
      k: text(search['k']),
      o: text(search['o']),
      i: text(search['i']),
      h: oneOf(['success', 'denied', 'failed'] as const, search['h']),
      sejak: text(search['sejak']),
      sampai: text(search['sampai']),
    }),
  component: function Trail() {
    const { k, o, i, h, sejak, sampai } = trail.useSearch();
    const navigate = trail.useNavigate();
    return (
      <TrailView
        filter={present({ case: k, actor: o, agency: i, outcome: h, from: sejak, to: sampai })}
        onFilter={(filter) =>
          void navigate({
            search: present({
              k: filter.case,
              o: filter.actor,
              i: filter.agency,
              h: filter.outcome,
              sejak: filter.from,
              sampai: filter.to,
            }),
          })
        }
      />
    );
  },
});

const entry = createRoute({
  getParentRoute: () => shell,
  path: '/jejak/$seq',
  component: function Entry() {
    const { seq } = entry.useParams();
    return <EntryView key={seq} seq={seq} />;
  },
});

const ask = createRoute({ getParentRoute: () => shell, path: '/tanya', component: AskView });

const answer = createRoute({
  getParentRoute: () => shell,
  path: '/tanya/$name',
  validateSearch: (search: Record<string, unknown>): AnswerSearch =>
    present({ k: text(search['k']), sejak: text(search['sejak']), sampai: text(search['sampai']) }),
  component: function Answer() {
    const { name } = answer.useParams();
    const { k, sejak, sampai } = answer.useSearch();
    const navigate = answer.useNavigate();
    return (
      <AnswerView
        key={name}
        name={name}
        criteria={present({ case: k, from: sejak, to: sampai })}
        onAsk={({ case: asked, from, to }) =>
          void navigate({ search: present({ k: asked, sejak: from, sampai: to }) })
        }
      />
    );
  },
});

interface AnswerSearch {
  readonly k?: string;
  readonly sejak?: string;
  readonly sampai?: string;
}

const verify = createRoute({
  getParentRoute: () => shell,
  path: '/periksa',
  validateSearch: (search: Record<string, unknown>): { r?: string; n?: number } =>
    present({ r: text(search['r']), n: index(search['n']) }),
  component: function Verify(): ReactNode {
    const { r, n } = verify.useSearch();
    return r !== undefined && n !== undefined ? (
      <CarriedReceiptView key={`${r} ${n}`} handoffId={r} index={n} />
    ) : (
      <VerifyView key="empty" />
    );
  },
});

/** Ids only: an address must not tell a passer-by anything. */
interface TrailSearch {
  readonly k?: string;
  readonly o?: string;
  readonly i?: string;
  readonly h?: 'success' | 'denied' | 'failed';
  readonly sejak?: string;
  readonly sampai?: string;
}

export const workRoutes = [
  today,
  reports,
  fileReport,
  report,
  receipt,
  cases,
  oneCase,
  refer,
  recordService,
  plan,
  closure,
  inbox,
  outbox,
  handoff,
  notifications,
  approvals,
  clocks,
  emergency,
  exportsRoute,
  trail,
  entry,
  ask,
  answer,
  verify,
];

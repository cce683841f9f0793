import type { ServiceName } from '../../config.js';

type Method = 'GET' | 'POST' | 'PUT';

/** `:id` is a UUID, `:seq` a whole number, `:name` a word. Nothing else of an address is free. */
const allowed: Readonly<Record<ServiceName, readonly `${Method} /${string}`[]>> = {
  intake: [
    'POST /reports',
    'GET /reports',
    'GET /reports/:id',
    'POST /reports/:id/acceptances',
    'POST /reports/:id/forwardings',
    'POST /reports/:id/duplicate-links',
    'POST /reports/:id/insufficiency-notices',
    'GET /cases',
    'GET /cases/:id',
    'GET /cases/:id/timeline',
    'POST /cases/:id/police-reports',
    'GET /clocks',
    'GET /clock-board',
    'GET /oversight/clocks',
    'GET /emergency-accesses',
    'POST /emergency-accesses',
    'POST /emergency-accesses/:id/reviews',
  ],
  referral: [
    'GET /agencies',
    'GET /services',
    'GET /cases/:id',
    'POST /handoffs',
    'GET /handoffs',
    'GET /handoffs/:id',
    'GET /handoffs/:id/timeline',
    'GET /handoffs/:id/clocks',
    'GET /handoffs/:id/feedback',
    'GET /handoffs/:id/proofs',
    'GET /handoffs/:id/proofs/:seq',
    'POST /handoffs/:id/feedback',
    'POST /handoffs/:id/claims',
    'POST /handoffs/:id/assignments',
    'POST /handoffs/:id/rollbacks',
    'POST /handoffs/:id/requests',
    'POST /handoffs/:id/receipts',
    'POST /handoffs/:id/acceptances',
    'POST /handoffs/:id/starts',
    'POST /handoffs/:id/completions',
    'POST /handoffs/:id/resubmissions',
    'POST /handoffs/:id/returns',
    'POST /handoffs/:id/waitlistings',
    'POST /handoffs/:id/holds',
    'POST /handoffs/:id/onward-referrals',
    'POST /handoffs/:id/rejections',
    'POST /handoffs/:id/cancellations',
    'POST /handoffs/:id/cancellation-refusals',
    'POST /handoffs/:id/recalls',
    'POST /handoffs/:id/cancellation-requests',
    'POST /handoffs/:id/error-marks',
    'GET /state-machines/handoff',
    'GET /clocks',
    'GET /clock-board',
    'GET /oversight/clocks',
    'GET /lawful-bases',
    'GET /notifications',
    'POST /notification-readings',
    'GET /basis-overrides',
    'GET /cases/:id/basis-overrides',
    'POST /cases/:id/basis-overrides',
    'POST /basis-overrides/:id/decisions',
    'GET /withdrawal-notices',
    'POST /withdrawal-notices/:id/answers',
    'POST /pre-checks',
    'POST /handoff-previews',
    'GET /cases/:id/disclosures',
    'GET /cases/:id/consents',
    'POST /cases/:id/consents',
    'GET /consents/:id',
    'POST /consents/:id/withdrawals',
  ],
  'victim-services': [
    'GET /cases/:id/support',
    'GET /cases/:id/timeline',
    'PUT /cases/:id/plan',
    'POST /cases/:id/service-events',
    'POST /cases/:id/closure-requests',
    'GET /closure-requests',
    'POST /closure-requests/:id/approvals',
  ],
  audit: [
    'GET /entries',
    'GET /entries/:seq',
    'GET /audit/questions',
    'GET /audit/questions/:name',
    'GET /audit/cases/:id/timeline',
    'GET /audit/cases/:id/disclosures',
    'GET /audit/unusual-access',
    'POST /audit/prints',
    'GET /audit/exports',
    'POST /audit/exports',
    'POST /audit/exports/:id/approvals',
    'GET /audit/exports/:id/file',
  ],
};

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

const patterns = new Map(
  Object.entries(allowed).map(([service, routes]) => [
    service,
    routes.map((route) => {
      const [method = '', path = ''] = route.split(' ');
      return {
        method,
        path: new RegExp(
          `^${path.replace(':id', uuid).replace(':seq', '\\d{1,15}').replace(':name', '[a-z][a-z-]{0,59}')}$`,
        ),
      };
    }),
  ]),
);

/** Method, service and path of a call that a page may make. */
export interface AllowedCall {
  readonly service: ServiceName;
  readonly method: string;
  /** Below the service's `/v1`, with its query: `/cases/0199…?limit=25`. */
  readonly pathAndQuery: string;
}

/**
 * Reads `/api/<service>/v1/<path>?<query>` against the list.
 *
 * @returns `not-found` for an address that no page calls, `method-not-allowed` for a known one called otherwise.
 */
export function findAllowed(method: string, url: string): AllowedCall | 'not-found' | 'method-not-allowed' {
  const parts = /^\/api\/([a-z-]+)\/v1(\/[^?#]{0,200})(\?[^#]{0,2000})?$/.exec(url);
  const routes = parts ? patterns.get(parts[1]!) : undefined;
  if (!parts || !routes) return 'not-found';
  const known = routes.filter((route) => route.path.test(parts[2]!));
  if (known.length === 0) return 'not-found';
  if (!known.some((route) => route.method === method)) return 'method-not-allowed';
  return { service: parts[1] as ServiceName, method, pathAndQuery: parts[2]! + (parts[3] ?? '') };
}

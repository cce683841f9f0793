import type { Limit } from './calendar.js';
import type { Definition, LegalClass, Policy, Rounds, Urgency } from './policy.js';

const hours = (count: number): Limit => ({ unit: 'hours', count });
const days = (count: number): Limit => ({ unit: 'days', count });
const workingDays = (count: number): Limit => ({ unit: 'working-days', count });
const byUrgency = (high: Limit, medium: Limit, low: Limit): Record<Urgency, Rounds> => ({
  high: [high],
  medium: [medium],
  low: [low],
});

type Version = readonly [
  legalClass: LegalClass,
  from: string,
  starts: string,
  limits: Limit | Rounds | Record<Urgency, Rounds>,
  obliged: string,
  basis: string,
];

// Days on which the laws came into force, and the one on which the agencies began to work by our proposals.
const tppo = '2007-04-19';
const lpsk = '2006-08-11';
const sppa = '2014-07-30';
const restitution = '2018-03-07';
const lateRestitution = '2022-03-01';
const tpks = '2022-05-09';
const pdp = '2024-10-17';
const fund = '2025-06-01';
const standard = '2022-01-01';
const ours = '2025-01-01';

/**
 * Every clock that can be started, with all versions of its policy, oldest first. A change of the law adds a version;
 * clocks that run keep theirs. Detention is counted in hours, the earlier of two readings: then a child goes free.
 */
// prettier-ignore -- a table is read by its columns
const versions: Readonly<Record<Definition, readonly [Version, ...Version[]]>> = {
  'intake-response': [
    [
      'service-standard',
      standard,
      'report-received',
      byUrgency(hours(0.5), hours(6), workingDays(3)),
      'receiving-agency',
      'Permen PPPA 2/2022',
    ],
  ],
  'out-of-mandate-handover': [
    ['default', ours, 'marked-out-of-mandate', hours(24), 'receiving-agency', 'Permen PPPA 2/2022'],
  ],
  'police-report': [['statutory', tpks, 'victim-reported', hours(72), 'provider', 'UU 12/2022 Pasal 41']],
  'temporary-protection': [
    ['statutory-power', tpks, 'police-received-report', hours(24), 'police', 'UU 12/2022 Pasal 42(1)'],
  ],
  'temporary-protection-end': [
    ['statutory', tpks, 'victim-handled-under-order', hours(14 * 24), 'police', 'UU 12/2022 Pasal 42(2)'],
  ],
  'lpsk-request': [
    ['statutory', tpks, 'temporary-protection-given', hours(24), 'police', 'UU 12/2022 Pasal 43(1)'],
  ],
  'lpsk-decision': [['statutory', lpsk, 'lpsk-application-filed', days(7), 'lpsk', 'UU 13/2006 Pasal 29']],
  'health-to-police': [
    [
      'statutory',
      '2013-11-01',
      'companion-refused-to-report',
      hours(24),
      'health-provider',
      'Permenkes 68/2013 Pasal 7(4)',
    ],
  ],
  'visum-request': [['default', ours, 'police-report-made', hours(6), 'investigator', 'practice']],
  'visum-result': [['default', ours, 'examined', days(7), 'hospital', 'practice']],
  litmas: [['statutory', sppa, 'litmas-requested', hours(72), 'bapas', 'UU 11/2012 Pasal 28']],
  'social-report': [
    ['default', ours, 'social-report-requested', hours(72), 'social-worker', 'UU 11/2012 Pasal 27(3)'],
  ],
  'prosecutor-coordination': [
    ['statutory', sppa, 'investigation-started', hours(24), 'investigator', 'UU 11/2012 Pasal 31'],
  ],
  'arrest-end': [['statutory', sppa, 'arrested', hours(24), 'investigator', 'UU 11/2012 Pasal 30']],
  'detention-investigation': [
    ['statutory', sppa, 'detained', [hours(7 * 24), hours(8 * 24)], 'investigator', 'UU 11/2012 Pasal 33'],
  ],
  'detention-prosecution': [
    [
      'statutory',
      sppa,
      'handed-to-prosecutor',
      [hours(5 * 24), hours(5 * 24)],
      'prosecutor',
      'UU 11/2012 Pasal 34',
    ],
  ],
  'detention-trial': [
    ['statutory', sppa, 'before-court', [hours(10 * 24), hours(15 * 24)], 'court', 'UU 11/2012 Pasal 35'],
  ],
  'detention-appeal': [
    ['statutory', sppa, 'appealed', [hours(10 * 24), hours(15 * 24)], 'court', 'UU 11/2012 Pasal 37'],
  ],
  'detention-cassation': [
    ['statutory', sppa, 'cassation-filed', [hours(15 * 24), hours(20 * 24)], 'court', 'UU 11/2012 Pasal 38'],
  ],
  'diversion-start': [
    ['statutory', sppa, 'investigation-started', days(7), 'investigator', 'UU 11/2012 Pasal 29'],
  ],
  'diversion-end': [
    ['statutory', sppa, 'diversion-started', days(30), 'investigator', 'UU 11/2012 Pasal 29'],
  ],
  'diversion-breach': [
    [
      'statutory',
      sppa,
      'non-performance-reported',
      days(7),
      'responsible-official',
      'UU 11/2012 Pasal 14(4)',
    ],
  ],
  'under-12-decision': [
    ['statutory', sppa, 'child-under-12-identified', hours(72), 'investigator', 'UU 11/2012 Pasal 21'],
  ],
  'tppo-rehabilitation': [
    ['statutory', tppo, 'rehabilitation-requested', days(7), 'government', 'UU 21/2007 Pasal 52'],
  ],
  'tppo-first-aid': [
    ['statutory', tppo, 'urgent-help-requested', days(7), 'health-provider', 'UU 21/2007 Pasal 53'],
  ],
  'restitution-informed': [
    ['statutory', '2017-10-16', 'victim-interviewed', hours(24), 'investigator', 'PP 43/2017'],
  ],
  'restitution-file': [
    ['statutory', '2017-10-16', 'incompleteness-notified', days(3), 'applicant', 'PP 43/2017'],
  ],
  'restitution-check': [
    ['statutory', restitution, 'restitution-application-received', days(7), 'lpsk', 'PP 7/2018'],
  ],
  'restitution-payment': [
    [
      'statutory',
      restitution,
      'restitution-decision-received',
      days(30),
      'offender',
      'PP 7/2018, UU 12/2022',
    ],
  ],
  'restitution-late-application': [
    ['statutory', lateRestitution, 'final-judgment-known', days(90), 'applicant', 'Perma 1/2022'],
  ],
  'restitution-copy': [
    ['statutory', lateRestitution, 'determination-read', days(7), 'court', 'Perma 1/2022'],
  ],
  'victim-fund-payment': [['statutory', fund, 'fund-approved', days(30), 'lpsk', 'PP 29/2025']],
  'pdp-access': [['statutory', pdp, 'access-requested', hours(72), 'controller', 'UU 27/2022 Pasal 32']],
  'pdp-rectification': [
    ['statutory', pdp, 'rectification-requested', hours(72), 'controller', 'UU 27/2022 Pasal 30'],
  ],
  'pdp-withdrawal': [['statutory', pdp, 'consent-withdrawn', hours(72), 'controller', 'UU 27/2022 Pasal 40']],
  'pdp-restriction': [
    ['statutory', pdp, 'restriction-requested', hours(72), 'controller', 'UU 27/2022 Pasal 41'],
  ],
  'breach-notice': [['statutory', pdp, 'data-breach-known', hours(72), 'controller', 'UU 27/2022 Pasal 46']],
  'consent-withdrawal-answer': [['default', ours, 'withdrawal-sent', hours(24), 'holder', 'agreement']],
  'shelter-stay-review': [['default', ours, 'admitted', [days(7), days(14)], 'shelter', 'agreement']],
  'referral-ack': [
    [
      'default',
      ours,
      'handoff-requested',
      byUrgency(hours(1), hours(6), workingDays(1)),
      'receiver',
      'agreement',
    ],
  ],
  'referral-decision': [
    [
      'default',
      ours,
      'handoff-requested',
      byUrgency(hours(3), hours(24), workingDays(3)),
      'receiver',
      'agreement',
    ],
  ],
  'referral-need': [
    ['default', ours, 'need-arose', byUrgency(hours(3), hours(24), workingDays(3)), 'custodian', 'agreement'],
  ],
  'referral-feedback': [['default', ours, 'handoff-accepted', [days(14), days(30)], 'receiver', 'agreement']],
  'assessment-initial': [['default', ours, 'case-opened', hours(72), 'case-manager', 'agreement']],
  'assessment-full': [['default', ours, 'case-opened', days(7), 'case-manager', 'agreement']],
  'service-plan': [['default', ours, 'assessment-done', days(7), 'case-manager', 'agreement']],
  'case-conference': [
    ['default', ours, 'case-opened', byUrgency(hours(72), days(14), days(14)), 'lead-agency', 'agreement'],
  ],
  'monitoring-contact': [
    ['default', ours, 'plan-active', byUrgency(days(7), days(14), days(30)), 'case-worker', 'agreement'],
  ],
  'aftercare-visit': [
    ['default', ours, 'case-closed', [days(30), days(60), days(90)], 'uptd-ppa', 'Perpres 98/2024'],
  ],
  'simfoni-entry': [
    ['default', ours, 'intake-complete', workingDays(3), 'data-officer', 'Permen PPPA 2/2022'],
  ],
  'break-glass-review': [['default', ours, 'emergency-access-used', hours(24), 'supervisor', 'agreement']],
};

const toPolicy = ([legalClass, from, starts, limits, obliged, basis]: Version, index: number): Policy => ({
  version: index + 1,
  from,
  starts,
  obliged,
  basis,
  legalClass,
  limits: 'unit' in limits ? [limits] : limits,
});

/** All versions of each policy, oldest first. */
export const policies = Object.fromEntries(
  Object.entries(versions).map(([definition, all]) => [definition, all.map(toPolicy)]),
) as unknown as Readonly<Record<Definition, readonly Policy[]>>;

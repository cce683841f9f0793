import type { CodeOf, milestone } from '@rujukan/contracts';
import type { Definition } from './policy.js';

export type MilestoneCode = CodeOf<typeof milestone>;

/** Milestones that somebody records, or what the system does by itself, in words. */
export type Trigger = readonly MilestoneCode[] | string;

/** How a clock comes to run and to stop; or why nothing starts it yet. */
export type Course = { readonly starts: Trigger; readonly ends: Trigger } | { readonly notYet: string };

const detention =
  'an order of detention is extended once, and no record says by whom; a clock that runs out early or late would free or hold a child';

const request: Course = {
  starts: 'audit records the request of a person about her data',
  ends: 'the request is answered, which is on record with it',
};

/** The course of every clock: the pages that people read and what a milestone does are both made from it. */
export const courses: Readonly<Record<Definition, Course>> = {
  'intake-response': {
    notYet: 'the risk by which its time differs is assessed only with the answer to the report',
  },
  'out-of-mandate-handover': { notYet: 'a report is forwarded in the act that finds it outside the mandate' },
  'police-report': {
    starts: 'intake accepts a report that the police do not know',
    ends: 'the number of the police report is recorded',
  },
  'temporary-protection': {
    starts: ['protection-need-reported'],
    ends: ['temporary-protection-given', 'temporary-protection-refused'],
  },
  'temporary-protection-end': { starts: ['handled-under-protection'], ends: ['temporary-protection-ended'] },
  'lpsk-request': { starts: ['temporary-protection-given'], ends: ['lpsk-application-filed'] },
  'lpsk-decision': {
    starts: ['lpsk-application-filed'],
    ends: ['lpsk-granted', 'lpsk-rejected', 'lpsk-application-withdrawn'],
  },
  'health-to-police': { starts: ['companion-refused-to-report'], ends: ['police-informed'] },
  'visum-request': { starts: ['police-report-made'], ends: ['visum-requested'] },
  'visum-result': { starts: ['visum-examined'], ends: ['visum-delivered'] },
  litmas: { starts: ['litmas-requested'], ends: ['litmas-delivered'] },
  'social-report': { starts: ['social-report-requested'], ends: ['social-report-delivered'] },
  'prosecutor-coordination': {
    starts: ['suspect-investigation-started'],
    ends: ['prosecutor-coordinated'],
  },
  'arrest-end': { starts: ['arrested'], ends: ['arrest-ended'] },
  'detention-investigation': { notYet: detention },
  'detention-prosecution': { notYet: detention },
  'detention-trial': { notYet: detention },
  'detention-appeal': { notYet: detention },
  'detention-cassation': { notYet: detention },
  'diversion-start': {
    starts: ['suspect-investigation-started'],
    ends: ['diversion-started', 'diversion-not-eligible'],
  },
  'diversion-end': { starts: ['diversion-started'], ends: ['diversion-agreed', 'diversion-failed'] },
  'diversion-breach': { starts: ['non-performance-reported'], ends: ['non-performance-acted-on'] },
  'under-12-decision': { starts: ['child-under-12-identified'], ends: ['under-12-decided'] },
  'tppo-rehabilitation': { starts: ['rehabilitation-requested'], ends: ['rehabilitation-started'] },
  'tppo-first-aid': { starts: ['urgent-help-requested'], ends: ['urgent-help-given'] },
  'restitution-informed': { starts: ['victim-interviewed'], ends: ['restitution-explained'] },
  'restitution-file': { starts: ['restitution-incomplete'], ends: ['restitution-file-completed'] },
  'restitution-check': { starts: ['restitution-application-received'], ends: ['restitution-checked'] },
  'restitution-payment': { starts: ['restitution-decision-received'], ends: ['restitution-paid'] },
  'restitution-late-application': {
    starts: ['final-judgment-known'],
    ends: ['restitution-applied-late'],
  },
  'restitution-copy': { starts: ['determination-read'], ends: ['determination-copied'] },
  'victim-fund-payment': { starts: ['fund-approved'], ends: ['fund-paid'] },
  'pdp-access': request,
  'pdp-rectification': request,
  'pdp-withdrawal': request,
  'pdp-restriction': request,
  'breach-notice': {
    starts: 'audit records a data breach',
    ends: 'the notices are sent, which is on record with the breach',
  },
  'consent-withdrawal-answer': {
    starts: 'referral tells a holder that consent was withdrawn',
    ends: 'the holder says what became of its copy',
  },
  'shelter-stay-review': { notYet: 'the review of a stay is no record of its own' },
  'referral-ack': { starts: 'a handoff is requested', ends: 'the receiver confirms it, or answers' },
  'referral-decision': {
    starts: 'a handoff is requested',
    ends: 'the receiver accepts or declines it; it pauses while the sender is asked',
  },
  'referral-need': {
    starts: 'the first handoff for a kind of service is requested',
    ends: 'one of them is accepted, or nobody is asked any more',
  },
  'referral-feedback': {
    starts: 'a referral is accepted, and each word of the receiver',
    ends: 'the receiver tells how it goes, or completes',
  },
  'assessment-initial': { notYet: 'an assessment is no record of its own' },
  'assessment-full': { notYet: 'an assessment is no record of its own' },
  'service-plan': { notYet: 'an assessment is no record of its own' },
  'case-conference': { notYet: 'a conference is no record of its own' },
  'monitoring-contact': { notYet: 'a plan does not say who keeps contact' },
  'aftercare-visit': { notYet: 'a visit after closure is no record of its own' },
  'simfoni-entry': { notYet: 'the entry is made in the ministry’s own system, which tells nobody' },
  'break-glass-review': {
    starts: 'emergency access is used',
    ends: 'a person of another agency has reviewed it',
  },
};

/** Clocks that a milestone starts. */
export const startedBy = (code: MilestoneCode): Definition[] => moved('starts', code);

/** Clocks that a milestone ends. */
export const endedBy = (code: MilestoneCode): Definition[] => moved('ends', code);

const moved = (how: 'starts' | 'ends', code: MilestoneCode): Definition[] =>
  (Object.keys(courses) as Definition[]).filter((definition) => {
    const course = courses[definition];
    const trigger = 'notYet' in course ? [] : course[how];
    return typeof trigger !== 'string' && trigger.includes(code);
  });

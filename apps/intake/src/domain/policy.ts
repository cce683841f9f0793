import type { Actor } from '@rujukan/authz';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import type { CaseFile } from './case.js';
import type { Grant } from './disclosure.js';
import { agencyId, type AgencyId } from './ids.js';
import type { Report } from './report.js';

/** The agency behind the actor, or null for one that acts for no agency and so sees nobody's data. */
export const agencyOf = (actor: Actor): AgencyId | null =>
  actor.agencyId === null ? null : agencyId(actor.agencyId);

/** How an agency stands to a report; undefined means that for it the report does not exist. */
export type ReportStanding = 'recipient' | 'filer' | 'former-recipient';

export function standingTo(report: Report, agency: AgencyId | null): ReportStanding | undefined {
  if (agency === null) return undefined;
  if (agency === report.recipientAgencyId) return 'recipient';
  if (agency === report.filedByAgencyId) return 'filer';
  return report.formerRecipientIds.includes(agency) ? 'former-recipient' : undefined;
}

/** Triage is the recipient's alone; another agency that knows the report may know so much. */
export function mayTriage(actor: Actor, report: Report): Outcome<AgencyId, 'not-found' | 'forbidden'> {
  const agency = agencyOf(actor);
  const standing = standingTo(report, agency);
  if (agency === null || standing === undefined) return refuse('not-found');
  return standing === 'recipient' ? done(agency) : refuse('forbidden');
}

export interface ReportView {
  /** Circumstances, summary and children. */
  readonly showsContent: boolean;
  readonly showsReporter: boolean;
}

/**
 * The filing agency sees what it wrote until triage, then only how the report fares. Once cases are open the
 * children's data live in them alone, so that access to a child ends where access to its case ends.
 */
export function mayReadReport(actor: Actor, report: Report): Outcome<ReportView, 'not-found'> {
  const standing = standingTo(report, agencyOf(actor));
  switch (standing) {
    case undefined:
      return refuse('not-found');
    case 'recipient':
      return done({ showsContent: report.status !== 'accepted', showsReporter: !wasHandedOn(report) });
    case 'filer':
      return done({
        showsContent: report.status === 'received',
        showsReporter: report.status === 'received' || wasHandedOn(report),
      });
    case 'former-recipient':
      return done({ showsContent: false, showsReporter: false });
  }
}

/**
 * Whoever told one agency has not agreed to be known to the next: a report travels on without its reporter. The agency
 * that wrote the contact down keeps it, since nobody else can call back now.
 */
const wasHandedOn = (report: Report): boolean => report.formerRecipientIds.length > 0;

/** Custody, an accepted handoff or an hour of emergency opens a case; without one of them it does not exist. */
export const mayReadCase = (grants: readonly Grant[]): Outcome<readonly Grant[], 'not-found'> =>
  grants.length > 0 ? done(grants) : refuse('not-found');

/** The custodian alone. Also after closure: the statutory duty to tell the police does not end with the case. */
export const mayChangeCase = (actor: Actor, file: CaseFile): Outcome<AgencyId, 'not-custodian'> => {
  const agency = agencyOf(actor);
  return agency !== null && agency === file.custodianAgencyId ? done(agency) : refuse('not-custodian');
};

/** Name of the rule that let someone at a case, for the audit trail. */
export function ruleOf(grants: readonly Grant[]): string {
  if (grants.some((grant) => grant.basis === 'custodian')) return 'custody';
  return grants.some((grant) => grant.basis === 'handoff') ? 'accepted-handoff' : 'emergency';
}

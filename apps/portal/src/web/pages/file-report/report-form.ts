import type { NewReport, ReportedChild } from '../../data/reports.js';
import { fromLocalInput } from '../../design/time.js';

/** A child as the form holds it: everything is text until it is sent. */
export interface ChildForm {
  name: string;
  sex: string;
  birthDate: string;
  statedAge: string;
  ageCertainty: string;
  nik: string;
  residence: { areaCode: string; address: string };
  guardian: { name: string; relationship: string; isSuspect: boolean };
  currentLocation: string;
  languages: string[];
  hasDisability: boolean;
}

/** Field names are those of the report itself, so that what a service finds wrong leads to its field. */
export interface ReportForm {
  channel: string;
  occurredAt: string;
  place: { type: string; areaCode: string; description: string };
  immediateSafety: string;
  policeReportNumber: string;
  summary: string;
  children: ChildForm[];
  exploitationTypes: string[];
  modus: string[];
  platforms: string[];
  contributingFactors: string[];
  reporterRole: string;
  isAnonymous: boolean;
  reporterContact: { name: string; phone: string; note: string };
  recipientAgencyId: string;
}

export const emptyChild = (): ChildForm => ({
  name: '',
  sex: '',
  birthDate: '',
  statedAge: '',
  ageCertainty: '',
  nik: '',
  residence: { areaCode: '', address: '' },
  guardian: { name: '', relationship: '', isSuspect: false },
  currentLocation: '',
  languages: [],
  hasDisability: false,
});

export const emptyReport = (): ReportForm => ({
  channel: '',
  occurredAt: '',
  place: { type: '', areaCode: '', description: '' },
  immediateSafety: '',
  policeReportNumber: '',
  summary: '',
  children: [emptyChild()],
  exploitationTypes: [],
  modus: [],
  platforms: [],
  contributingFactors: [],
  reporterRole: '',
  isAnonymous: false,
  reporterContact: { name: '', phone: '', note: '' },
  recipientAgencyId: '',
});

/** What is sent: empty fields are absent, never empty. Codes were chosen from their lists, so they are what they say. */
export function toReport(form: ReportForm): NewReport {
  return present({
    ...form,
    occurredAt: form.occurredAt && fromLocalInput(form.occurredAt),
    place: present(form.place),
    policeReportNumber: form.policeReportNumber,
    reporterContact: form.isAnonymous ? undefined : someOf(form.reporterContact),
    children: form.children.map(toChild),
  }) as unknown as NewReport;
}

function toChild(child: ChildForm): ReportedChild {
  const { guardian } = child;
  const knowsGuardian = guardian.name.trim() !== '' || guardian.relationship !== '' || guardian.isSuspect;
  return present({
    ...child,
    statedAge: child.statedAge === '' ? undefined : Number(child.statedAge),
    residence: someOf(child.residence),
    guardian: knowsGuardian ? present(guardian) : undefined,
  }) as unknown as ReportedChild;
}

/** Leaves out what was not filled in, and the white space around what was. */
function present(value: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value)
      .map(
        ([name, member]) => [name, typeof member === 'string' ? member.trim() : (member as unknown)] as const,
      )
      .filter(([, member]) => member !== '' && member !== undefined),
  );
}

function someOf(value: object): Record<string, unknown> | undefined {
  const filled = present(value);
  return Object.keys(filled).length > 0 ? filled : undefined;
}

import { purposeOfUse, roleName } from '@rujukan/contracts';
import type { LogActor, LogEntity, LogEntry } from './log-entry.js';
import { present } from './present.js';
import { displayOf } from './words/agency-words.js';

/** FHIR R4, after the basic audit log patterns of IHE (BALP). Codes and ids; what an entry does not hold is left out. */
export interface AuditEvent {
  readonly resourceType: 'AuditEvent';
  readonly id: string;
  readonly type: Coding;
  readonly subtype: readonly Coding[];
  readonly action: string;
  readonly period: { readonly start: string; readonly end: string };
  readonly recorded: string;
  /** 0 success, 4 minor failure (denied), 8 serious failure. */
  readonly outcome: '0' | '4' | '8';
  readonly outcomeDesc?: string;
  readonly purposeOfEvent?: readonly Concept[];
  readonly agent: readonly Agent[];
  readonly source: { readonly observer: Reference };
  readonly entity?: readonly Entity[];
}

interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
}

interface Concept {
  readonly coding: readonly Coding[];
}

interface Reference {
  readonly identifier: { readonly system: string; readonly value: string };
}

interface Agent {
  readonly type: Concept;
  readonly role?: readonly Concept[];
  readonly who: Reference;
  readonly requestor: boolean;
  readonly policy?: readonly string[];
}

interface Entity {
  readonly what: Reference;
  readonly type: Coding;
  readonly role?: Coding;
  readonly detail?: readonly { readonly type: string; readonly valueString: string }[];
}

const interactions: Readonly<Record<string, string>> = {
  C: 'create',
  R: 'read',
  U: 'update',
  D: 'delete',
  E: 'operation',
};

const outcomes = { success: '0', denied: '4', failed: '8' } as const;

export const toAuditEvent = (entry: LogEntry): AuditEvent =>
  present<AuditEvent>({
    resourceType: 'AuditEvent',
    id: entry.id,
    type: rest,
    subtype: [
      { system: 'http://hl7.org/fhir/restful-interaction', code: interactions[entry.action] ?? 'operation' },
      { system: 'urn:rujukan:code:act', code: entry.type },
    ],
    action: entry.action,
    period: { start: entry.occurred, end: entry.occurred },
    recorded: entry.recorded,
    outcome: outcomes[entry.outcome],
    outcomeDesc: entry.reason,
    purposeOfEvent: entry.purpose === undefined ? undefined : [purposeOf(entry.purpose)],
    agent: agentsOf(entry),
    source: { observer: reference('service', entry.src) },
    entity: orNothing([...patients(entry), ...entry.entity.map(dataOf), ...transaction(entry)]),
  });

/** A page of them, as an answer to a search. No total: it would have to be counted. */
export const toBundle = (
  entries: readonly LogEntry[],
  links: { readonly self: string; readonly next?: string },
) => ({
  resourceType: 'Bundle' as const,
  type: 'searchset' as const,
  link: Object.entries(links).map(([relation, url]) => ({ relation, url })),
  entry: entries.map((entry) => ({
    fullUrl: `urn:uuid:${entry.id}`,
    resource: toAuditEvent(entry),
    search: { mode: 'match' as const },
  })),
});

const rest: Coding = {
  system: 'http://terminology.hl7.org/CodeSystem/audit-event-type',
  code: 'rest',
  display: 'RESTful Operation',
};

const reference = (kind: string, value: string): Reference => ({
  identifier: { system: `urn:rujukan:${kind}`, value },
});

const concept = (system: string, code: string, display?: string): Concept => ({
  coding: [display === undefined ? { system, code } : { system, code, display }],
});

const participation = (code: string) =>
  concept('http://terminology.hl7.org/CodeSystem/v3-ParticipationType', code);
const dicom = (code: string, display: string) =>
  concept('http://dicom.nema.org/resources/ontology/DCM', code, display);

const purposeOf = (code: string): Concept =>
  concept('urn:rujukan:code:purpose-of-use', code, displayOf(purposeOfUse, code).en);

/** Who acted, for which agency, through what; and both sides where data passed. */
function agentsOf({ actor, authz, disclosure }: LogEntry): Agent[] {
  const policies = [
    ...(authz ? [`urn:rujukan:policy:${authz.policyId}`] : []),
    ...(authz?.lawfulBasis === undefined ? [] : [`urn:rujukan:code:lawful-basis:${authz.lawfulBasis}`]),
  ];
  return [
    present<Agent>({
      type: participation('IRCP'),
      role: orNothing(rolesOf(actor)),
      who: reference('subject', actor.sub),
      requestor: true,
      policy: orNothing(policies),
    }),
    ...(actor.org === undefined ? [] : [other(participation('PROV'), 'agency', actor.org)]),
    ...(actor.client === undefined ? [] : [other(dicom('110150', 'Application'), 'client', actor.client)]),
    ...(disclosure
      ? [
          other(dicom('110153', 'Source Role ID'), 'agency', disclosure.fromOrg),
          other(dicom('110152', 'Destination Role ID'), 'agency', disclosure.toOrg),
        ]
      : []),
  ];
}

const rolesOf = ({ roles = [] }: LogActor): Concept[] =>
  roles.map((code) => concept('urn:rujukan:code:role', code, displayOf(roleName, code).en));

const other = (type: Concept, kind: string, value: string): Agent => ({
  type,
  who: reference(kind, value),
  requestor: false,
});

const entityType = (code: string, display: string): Coding => ({
  system: 'http://terminology.hl7.org/CodeSystem/audit-entity-type',
  code,
  display,
});

const objectRole = (code: string, display: string): Coding => ({
  system: 'http://terminology.hl7.org/CodeSystem/object-role',
  code,
  display,
});

const patients = ({ subject }: LogEntry): Entity[] =>
  subject.map((one) => ({
    what: reference('case', one),
    type: entityType('1', 'Person'),
    role: objectRole('1', 'Patient'),
  }));

/** A record, with the names of the fields that were read or changed. */
const dataOf = ({ type, id, fields = [] }: LogEntity): Entity =>
  present<Entity>({
    what: reference(type, id),
    type: entityType('2', 'System Object'),
    role: objectRole('4', 'Domain Resource'),
    detail: orNothing(fields.map((field) => ({ type: 'field', valueString: field }))),
  });

const transaction = ({ requestId }: LogEntry): Entity[] =>
  requestId === undefined
    ? []
    : [
        {
          what: reference('request', requestId),
          type: {
            system: 'https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType',
            code: 'XrequestId',
          },
        },
      ];

/** An empty list is no list in FHIR. */
const orNothing = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Trail } from '@rujukan/audit-trail';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { agencyId as asAgencyId, type AgencyId, type CaseId } from '../domain/ids.js';
import {
  agencyOf,
  allowedActions,
  mayReadNote,
  ruleOf,
  type AllowedAction,
  type Standing,
} from '../domain/policy.js';
import { latestClosure, openClosureNote } from '../storage/closure.store.js';
import { standingOf } from '../storage/custody.store.js';
import { readPlan } from '../storage/plan.store.js';
import { findServiceEvents, openNote } from '../storage/service-event.store.js';
import type { RecordedServiceEvent } from '../storage/service-event.row.js';

/** Contacts in one answer at most, newest first; older ones are in the timeline. */
const mostContacts = 100;

export interface Support {
  readonly caseId: string;
  readonly basis: Standing['basis'];
  /** Version of the plan, for If-Match when it is agreed or revised; 0 while there is none. */
  readonly version: number;
  readonly plan?: SupportPlan;
  readonly serviceEvents: readonly SupportContact[];
  readonly closure?: SupportClosure;
  readonly allowedActions: readonly AllowedAction[];
}

interface SupportPlan {
  readonly id: string;
  readonly version: number;
  readonly agencyId: string;
  readonly agreedAt: Date;
  readonly objective: string;
  readonly actions: readonly string[];
  readonly plannedEnd?: string | undefined;
}

interface SupportContact {
  readonly id: string;
  readonly agencyId: string;
  readonly handoffId?: string;
  readonly serviceType: string;
  readonly status: string;
  readonly plannedAt?: Date;
  readonly occurredAt?: Date;
  readonly recordedAt: Date;
  /** A note exists; it is shown to the agency that wrote it. */
  readonly hasNote: boolean;
  readonly note?: string;
}

interface SupportClosure {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly reason: string;
  readonly note?: string;
  readonly requestedAt: Date;
}

@Injectable()
export class GetSupport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  execute(context: RequestContext, caseId: CaseId): Promise<Outcome<Support, 'not-found'>> {
    return this.uow.read(context, async (tx, act) => {
      act.trail.about(caseId);
      const standing = await standingOf(tx, context.actor, caseId);
      const reader = agencyOf(context.actor);
      if (!standing || reader === null) return refuse('not-found');
      const rule = ruleOf(standing);
      act.trail.allowedBy(rule.policy, rule.lawfulBasis);

      const plan = await this.plan(tx, act.trail, caseId);
      const closure = standing.basis === 'custodian' ? await latestClosure(tx, caseId) : undefined;
      const pendingBy = closure?.closure.status === 'requested' ? closure.closure.requestedBy : undefined;
      return done({
        caseId,
        basis: standing.basis,
        version: plan?.version ?? 0,
        ...(plan ? { plan } : {}),
        serviceEvents: await this.contacts(tx, act.trail, { caseId, reader, standing }),
        ...(closure ? { closure: await this.closure(tx, act.trail, closure.row) } : {}),
        allowedActions: allowedActions(context.actor, standing, pendingBy),
      });
    });
  }

  private async plan(tx: EntityManager, trail: Trail, caseId: CaseId): Promise<SupportPlan | undefined> {
    const plan = await readPlan(tx, this.sealer, caseId);
    if (!plan) return undefined;
    const { id, version, agencyId, agreedAt, objective, actions, plannedEnd } = plan;
    trail.touched('plan', id, { version, fields: ['objective', 'actions', 'plannedEnd'] });
    return { id, version, agencyId, agreedAt, objective, actions, plannedEnd };
  }

  /** The custodian reads of every contact, another agency of its own; a note is read by who wrote it. */
  private async contacts(
    tx: EntityManager,
    trail: Trail,
    { caseId, reader, standing }: { caseId: CaseId; reader: AgencyId; standing: Standing },
  ): Promise<SupportContact[]> {
    const onlyOf = standing.basis === 'custodian' ? undefined : reader;
    const events = await findServiceEvents(tx, caseId, { onlyOf, limit: mostContacts });
    const contacts: SupportContact[] = [];
    for (const event of events) {
      const isMine = mayReadNote(reader, asAgencyId(event.agencyId));
      const note = isMine ? await openNote(tx, this.sealer, event) : undefined;
      trail.touched('service-event', event.id, note === undefined ? {} : { fields: ['note'] });
      contacts.push(contactOf(event, note));
    }
    return contacts;
  }

  private async closure(
    tx: EntityManager,
    trail: Trail,
    row: Parameters<typeof openClosureNote>[2],
  ): Promise<SupportClosure> {
    const { id, version, status, reason, requestedAt } = row;
    const note = await openClosureNote(tx, this.sealer, row);
    trail.touched('closure', id, { version, ...(note === undefined ? {} : { fields: ['note'] }) });
    return { id, version, status, reason, requestedAt, ...(note === undefined ? {} : { note }) };
  }
}

const contactOf = (event: RecordedServiceEvent, note: string | undefined): SupportContact => ({
  id: event.id,
  agencyId: event.agencyId,
  ...(event.handoffId === null ? {} : { handoffId: event.handoffId }),
  serviceType: event.serviceType,
  status: event.status,
  ...(event.plannedAt === null ? {} : { plannedAt: event.plannedAt }),
  ...(event.occurredAt === null ? {} : { occurredAt: event.occurredAt }),
  recordedAt: event.recordedAt,
  hasNote: event.note !== null,
  ...(note === undefined ? {} : { note }),
});

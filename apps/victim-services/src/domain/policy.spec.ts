import fc from 'fast-check';
import { permissionsOf, rolePermissions, systemActor, type Actor } from '@rujukan/authz';
import { agencyId, caseId, handoffId } from './ids.js';
import {
  agencyOf,
  allowedActions,
  mayApprove,
  mayLead,
  mayReadNote,
  mayRecord,
  ruleOf,
  type CaseFile,
  type Standing,
} from './policy.js';

const ours = agencyId('0195718e-5a00-7000-8000-00000000000a');
const theirs = agencyId('0195718e-5a00-7000-8000-00000000000b');
const first = handoffId('0195718e-5a00-7000-8000-0000000000f1');
const second = handoffId('0195718e-5a00-7000-8000-0000000000f2');

const anActor = (role: string, subject = 'somebody'): Actor => ({
  subject,
  agencyId: ours,
  roles: [role],
  permissions: permissionsOf([role]),
  clientId: 'portal',
  kind: 'person',
});

const file: CaseFile = {
  caseId: caseId('0195718e-5a00-7000-8000-00000000000c'),
  custodianAgencyId: ours,
  epoch: 1,
  riskLevel: 'low',
  status: 'open',
};
const custodian: Standing = { basis: 'custodian', file, grants: [] };
const closed: Standing = { basis: 'custodian', file: { ...file, status: 'closed' }, grants: [] };
const receiver: Standing = {
  basis: 'handoff',
  grants: [{ handoffId: first, lawfulBasis: 'vital-interest' }],
};
const busyReceiver: Standing = {
  basis: 'handoff',
  grants: [
    { handoffId: first, lawfulBasis: 'vital-interest' },
    { handoffId: second, lawfulBasis: 'public-task' },
  ],
};

describe('who leads a case', () => {
  it('is its custodian, while it is open', () => {
    expect(mayLead(custodian)).toEqual({ ok: true, value: file });
    expect(mayLead(closed)).toMatchObject({ reason: 'case-closed' });
    expect(mayLead(receiver)).toMatchObject({ reason: 'not-custodian' });
  });
});

describe('who records a contact', () => {
  it('is the custodian, under no handoff', () => {
    expect(mayRecord(custodian, undefined)).toEqual({ ok: true, value: undefined });
    expect(mayRecord(custodian, first)).toMatchObject({ reason: 'not-found' });
    expect(mayRecord(closed, undefined)).toMatchObject({ reason: 'case-closed' });
  });

  it('is the custodian under a handoff that it had accepted before the case came to it', () => {
    const heir: Standing = { ...custodian, grants: [{ handoffId: first, lawfulBasis: 'vital-interest' }] };
    expect(mayRecord(heir, first)).toEqual({ ok: true, value: first });
    expect(mayRecord(heir, undefined)).toEqual({ ok: true, value: undefined });
    expect(mayRecord(heir, second)).toMatchObject({ reason: 'not-found' });
  });

  it('is an agency under its handoff, which it need not name when there is one', () => {
    expect(mayRecord(receiver, undefined)).toEqual({ ok: true, value: first });
    expect(mayRecord(busyReceiver, second)).toEqual({ ok: true, value: second });
    expect(mayRecord(busyReceiver, undefined)).toMatchObject({
      reason: 'invalid-request',
      details: { errors: [{ pointer: '/handoffId', code: 'required' }] },
    });
  });

  it('is never an agency under a handoff that is not its own', () => {
    expect(mayRecord(receiver, second)).toMatchObject({ reason: 'not-found' });
  });
});

describe('who approves a closure', () => {
  it('is a supervisor, and never the one who asked', () => {
    expect(mayApprove(anActor('supervisor', 'b'), 'a').ok).toBe(true);
    expect(mayApprove(anActor('supervisor', 'a'), 'a')).toMatchObject({ reason: 'same-person' });
    expect(mayApprove(anActor('case-manager', 'b'), 'a')).toMatchObject({ reason: 'forbidden' });
  });

  it('is never one person alone, whatever roles that person has', () => {
    const roles = fc.subarray(Object.keys(rolePermissions));
    fc.assert(
      fc.property(roles, (given) => {
        const actor = { ...anActor('supervisor', 'same'), permissions: permissionsOf(given) };
        return !mayApprove(actor, 'same').ok;
      }),
    );
  });
});

describe('who reads a note', () => {
  it('is the agency that wrote it', () => {
    expect(mayReadNote(ours, ours)).toBe(true);
    expect(mayReadNote(ours, theirs)).toBe(false);
  });
});

describe('the platform itself', () => {
  it('acts for no agency and so stands nowhere', () => {
    expect(agencyOf(systemActor('victim-services'))).toBeNull();
  });
});

describe('the rule that allowed', () => {
  it('is custody, or the handoff with its lawful basis', () => {
    expect(ruleOf(custodian)).toEqual({ policy: 'custody' });
    expect(ruleOf(receiver)).toEqual({ policy: 'accepted-handoff', lawfulBasis: 'vital-interest' });
  });
});

describe('what can be done next', () => {
  const lead = ['agree-plan', 'record-service-event'];

  it.each([
    { who: 'case-manager', standing: custodian, can: [...lead, 'request-closure'] },
    { who: 'supervisor', standing: custodian, pendingBy: 'a', can: [...lead, 'approve-closure'] },
    { who: 'supervisor', standing: custodian, pendingBy: 'somebody', can: lead },
    { who: 'case-worker', standing: custodian, pendingBy: 'a', can: lead },
    { who: 'shelter-manager', standing: receiver, can: ['record-service-event'] },
    { who: 'supervisor', standing: closed, can: [] },
  ])('is told to a $who ($can)', ({ who, standing, pendingBy, can }) => {
    expect(allowedActions(anActor(who), standing, pendingBy)).toEqual(can);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Closure } from './closure.js';
import { caseClosed, closureRequested, planAgreed, serviceEventRecorded } from './events.js';
import { agencyId, caseId, closureId, handoffId } from './ids.js';
import type { ServiceEvent } from './service-event.js';

const story = 'Rengas Contoh';
const at = new Date('2025-11-03T02:00:00.000Z');
const ids = {
  caseId: caseId('550e8400-e29b-41d4-a716-446655440001'),
  agencyId: agencyId('550e8400-e29b-41d4-a716-446655440003'),
};

const closure: Closure = {
  ...ids,
  id: closureId('550e8400-e29b-41d4-a716-446655440002'),
  reason: 'goals-met',
  requestedBy: 'somebody',
  requestedAt: at,
  version: 1,
  status: 'requested',
};

const plan = {
  ...ids,
  id: '550e8400-e29b-41d4-a716-446655440002',
  version: 1,
  agreedBy: 'somebody',
  agreedAt: at,
  objective: story,
  actions: [story],
};

const contact = (status: ServiceEvent['status']): ServiceEvent => ({
  id: '550e8400-e29b-41d4-a716-446655440001',
  caseId: caseId('550e8400-e29b-41d4-a716-446655440002'),
  agencyId: ids.agencyId,
  handoffId: handoffId('550e8400-e29b-41d4-a716-446655440004'),
  serviceType: 'counselling',
  status,
  note: story,
  recordedBy: 'somebody',
  recordedAt: at,
});

const facts = [
  planAgreed(plan),
  closureRequested(closure),
  caseClosed(closure, at),
  ...(['scheduled', 'attended', 'no-show', 'cancelled'] as const).map((status) =>
    serviceEventRecorded(contact(status)),
  ),
];

const exampleOf = (type: string): unknown =>
  JSON.parse(readFileSync(join('libs/contracts/events/victim-services', `${type}.example.json`), 'utf8'));

describe.each(facts.map((fact) => [fact.type, fact] as const))('%s', (type, fact) => {
  it('is what the contract’s example shows', () => {
    expect(fact.data).toEqual(exampleOf(type));
  });

  it('belongs to its case and tells no story', () => {
    expect(fact.key).toBe(fact.data.caseId);
    expect(JSON.stringify(fact)).not.toContain('Contoh');
  });
});

import { openEnds, type Route } from './routes.js';

/** Routes that are not recorded, each looked at by a second person: they show what everybody may know. */
export const reviewed = [
  'GET /hsds',
  'GET /hsds/organizations',
  'GET /hsds/organizations/:id',
  'GET /hsds/service_at_locations',
  'GET /hsds/service_at_locations/:id',
  'GET /hsds/services',
  'GET /hsds/services/:id',
  'GET /hsds/taxonomies',
  'GET /hsds/taxonomy_terms',
  'GET /v1/agencies',
  'GET /v1/agreements',
  'GET /v1/lawful-bases',
  'GET /v1/services',
  'GET /v1/state-machines/handoff',
  'POST /v1/pre-checks',
];

/** Routes that are open to strangers, each looked at by a second person: hashes and signatures, nothing of anybody. */
export const openToAll = [
  'GET /tlog/checkpoint',
  'GET /tlog/tile/*',
  'GET /v1/checkpoints',
  'GET /v1/proofs/consistency',
];

const fitting: Readonly<Record<string, string>> = {
  GET: 'R',
  POST: 'CUE',
  PUT: 'CU',
  PATCH: 'U',
  DELETE: 'D',
};

/** What a route leaves unsaid, in words; nothing when it is as it must be. */
export function faultsOf(route: Route): string[] {
  const faults = [...declarationFaults(route), ...inputFaults(route)];
  return faults.map((fault) => `${route.service}: ${route.name} ${fault}`);
}

function declarationFaults({ name, declaration }: Route): string[] {
  const { permission, act, isUnrecorded } = declaration;
  const method = name.split(' ')[0]!;
  return [
    permission === undefined ? 'asks for no permission' : '',
    act === undefined && !isUnrecorded ? 'is not recorded' : '',
    isUnrecorded && !reviewed.includes(name) ? 'is unrecorded, and nobody reviewed that' : '',
    act !== undefined && !fitting[method]!.includes(act.action)
      ? `is recorded as ${act.action}, which is not what it does`
      : '',
  ].filter(Boolean);
}

export function inputFaults({ name, inputs }: Route): string[] {
  const isPathRead = !name.includes(':') || inputs.some(({ place }) => place === 'path');
  return [
    ...(isPathRead ? [] : ['does not read its path']),
    ...inputs.flatMap(({ place, schema }) =>
      schema ? openEnds(schema).map((end) => `${place} ${end}`) : [`reads its ${place} without a schema`],
    ),
  ];
}

import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Trail } from '@rujukan/audit-trail';
import { systemActor, type AuditAction } from '@rujukan/authz';
import type { ReportedAct } from './unit-of-work.js';

export interface Operation {
  readonly service: string;
  /** `service.start`, for example. */
  readonly type: string;
  readonly action: AuditAction;
  readonly now: Date;
}

/** An act of whoever runs the service: it starts, its tables change. */
export function operationAct({ service, type, action, now }: Operation, trail: Trail): ReportedAct {
  const id = randomUUID();
  return {
    id,
    context: {
      actor: systemActor(service),
      act: { type, action, purpose: 'operations' },
      now,
      requestId: id,
      traceId: id.replaceAll('-', ''),
    },
    trail,
    verdict: { outcome: 'success' },
  };
}

/**
 * What a process is when it starts: its version, and a fingerprint of its settings, so that a change of them shows.
 *
 * @param settings no secrets: a fingerprint of something that can be guessed tells it.
 */
export function startAct(
  { service, process, now }: { readonly service: string; readonly process: string; readonly now: Date },
  settings: readonly unknown[],
): ReportedAct {
  const fingerprint = createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 32);
  const trail = new Trail()
    .touched('process', `${service}-${process}`)
    .touched('version', versionOfProgram())
    .touched('configuration', fingerprint);
  return operationAct({ service, type: 'service.start', action: 'E', now }, trail);
}

/** Version of the program that this process runs, from the package.json beside its build. */
function versionOfProgram(): string {
  try {
    const file = join(dirname(process.argv[1] ?? ''), '..', 'package.json');
    const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version?: unknown };
    return typeof version === 'string' ? version : 'unknown';
  } catch {
    return 'unknown'; // run from elsewhere: a test
  }
}

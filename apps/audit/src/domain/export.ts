import { done, refuse, type Outcome } from '@rujukan/kernel';
import type { Criteria } from './criteria.js';

/** Most entries of one evidence package: what a worker makes in a minute and a person can still unpack. */
export const mostExported = 10_000;

/** How long a package lies ready. It can be made again from the same log. */
export const keptMs = 7 * 86_400_000;

export type ExportStatus = 'waiting' | 'requested' | 'made' | 'ready' | 'purged';

/** What somebody asked to be given as files: entries of the log, with all that it takes to check them elsewhere. */
export interface Export {
  readonly id: string;
  readonly status: ExportStatus;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly reason: string;
  readonly criteria: Criteria;
  /** Entries below this number: what the log held when it was asked. */
  readonly before: number;
  readonly entries: number;
  readonly entriesDone: number;
  readonly approvedBy: string | null;
  /** SHA-256 of the manifest, hex, once there is one. */
  readonly manifest: string | null;
  readonly purgeAt: Date | null;
}

/** What is about one case rests on the auditor's own authority; whatever reaches further needs a second person. */
export const isApprovalNeeded = (criteria: Criteria): boolean => criteria.case === undefined;

/** Whether so many entries make a package. */
export function checkAmount(entries: number): Outcome<number, 'export-empty' | 'export-too-large'> {
  if (entries === 0) return refuse('export-empty');
  return entries > mostExported ? refuse('export-too-large', { most: mostExported }) : done(entries);
}

/** A second person agrees. */
export function approve(
  { status, requestedBy }: Pick<Export, 'status' | 'requestedBy'>,
  by: string,
): Outcome<'requested', 'export-not-waiting' | 'same-person'> {
  if (status !== 'waiting') return refuse('export-not-waiting');
  return by === requestedBy ? refuse('same-person') : done('requested');
}

/** Whether its file can be had. */
export function mayDownload(status: ExportStatus): Outcome<true, 'export-not-ready' | 'export-purged'> {
  switch (status) {
    case 'waiting':
    case 'requested':
    case 'made':
      return refuse('export-not-ready');
    case 'ready':
      return done(true);
    case 'purged':
      return refuse('export-purged');
  }
}

import type { HeadFolder } from '@rujukan/head-file';

/** The last checkpoint of a log that was cosigned here, for whoever wants to see that all are shown the same log. */
export class GetCheckpoint {
  constructor(private readonly heads: HeadFolder) {}

  /** @param originHash SHA-256 of the log's origin, in hex digits. */
  execute(originHash: string): string | null {
    return this.heads.latestByHash(originHash)?.note ?? null;
  }
}

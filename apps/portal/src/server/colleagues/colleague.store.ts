import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PortalConfig } from '../../config.js';
import { PORTAL_CONFIG } from '../portal-config.token.js';
import { SealedBox } from '../session/sealed-box.js';
import type { Person } from '../session/session.js';

/** Somebody of the same agency: enough to be named on a desk. */
export interface Colleague {
  readonly subject: string;
  readonly name: string;
  readonly roles: readonly string[];
}

/** Whoever has not signed in for so long is forgotten, name and all. */
const keptMs = 30 * 86_400_000;

/** People by agency, as they last signed in here; names sealed. The only code that reads or writes their table. */
@Injectable()
export class ColleagueStore {
  private readonly box: SealedBox;

  constructor(
    private readonly database: DataSource,
    @Inject(PORTAL_CONFIG) config: PortalConfig,
  ) {
    this.box = new SealedBox(config.sessionKey, 'colleague');
  }

  /** Somebody has just signed in. Without an agency nobody is a colleague. */
  async note({ subject, agencyId, name, roles }: Person, wall: Date): Promise<void> {
    const oldest = new Date(wall.getTime() - keptMs);
    await this.database.query(
      'delete from colleague where seen_at < $1 or (subject = $2 and $3::uuid is null)',
      [oldest, subject, agencyId],
    );
    if (agencyId === null) return;
    await this.database.query(
      `insert into colleague (subject, agency_id, seen_at, sealed) values ($1, $2, $3, $4)
       on conflict (subject) do update set agency_id = $2, seen_at = $3, sealed = $4`,
      [subject, agencyId, wall, this.box.seal({ name, roles }, subject)],
    );
  }

  /** Everyone of the agency, by name. */
  async ofAgency(agencyId: string): Promise<readonly Colleague[]> {
    const rows = await this.database.query<{ subject: string; sealed: Buffer }[]>(
      'select subject, sealed from colleague where agency_id = $1',
      [agencyId],
    );
    return rows
      .flatMap(({ subject, sealed }) => {
        // Sealed under a former key: they are there again once they sign in.
        const known = this.box.open<Omit<Colleague, 'subject'>>(sealed, subject);
        return known ? [{ subject, ...known }] : [];
      })
      .sort((one, other) => one.name.localeCompare(other.name, 'id'));
  }
}

import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PORTAL_CONFIG } from '../portal-config.token.js';
import type { PortalConfig } from '../../config.js';
import { SealedBox } from './sealed-box.js';
import { absoluteLimitMs, idleLimitMs, type Grant, type Person, type Session } from './session.js';

interface SessionRow {
  readonly id_hash: string;
  readonly created_at: Date;
  readonly last_seen_at: Date;
  readonly locked_at: Date | null;
  readonly sealed: Buffer;
}

interface Contents {
  readonly grant: Grant;
  readonly person: Person;
}

/** Another process that died while refreshing holds its claim no longer than this. */
const claimMs = 15_000;
const columns = 'id_hash, created_at, last_seen_at, locked_at, sealed';

/** SHA-256 of a session id, hex: what the database may know of it. */
export const hashOf = (id: string): string => createHash('sha256').update(id).digest('hex');

/** Sessions, tokens sealed. The only code that reads or writes their table. */
@Injectable()
export class SessionStore {
  private readonly box: SealedBox;

  constructor(
    private readonly database: DataSource,
    @Inject(PORTAL_CONFIG) config: PortalConfig,
  ) {
    this.box = new SealedBox(config.sessionKey, 'session');
  }

  /** @returns the id for the cookie: 256 random bits, kept nowhere else. */
  async open(contents: Contents, wall: Date): Promise<string> {
    const id = randomBytes(32).toString('base64url');
    const idHash = hashOf(id);
    await this.database.query(
      `with ended as (delete from session where expires_at < $2 or last_seen_at < $5)
       insert into session (id_hash, subject, created_at, last_seen_at, expires_at, sealed) values ($1, $3, $2, $2, $4, $6)`,
      [
        idHash,
        wall,
        contents.person.subject,
        new Date(wall.getTime() + absoluteLimitMs),
        new Date(wall.getTime() - idleLimitMs),
        this.box.seal(contents, idHash),
      ],
    );
    return id;
  }

  async find(idHash: string): Promise<Session | undefined> {
    const [row] = await this.database.query<SessionRow[]>(
      `select ${columns} from session where id_hash = $1`,
      [idHash],
    );
    return row && this.toSession(row);
  }

  /** A person did something: the idle time starts again. */
  async touch(session: Session, wall: Date): Promise<void> {
    await this.database.query(
      'update session set last_seen_at = $2 where id_hash = $1 and last_seen_at < $2',
      [session.idHash, wall],
    );
  }

  async lock(session: Session, wall: Date): Promise<void> {
    await this.database.query('update session set locked_at = coalesce(locked_at, $2) where id_hash = $1', [
      session.idHash,
      wall,
    ]);
  }

  /** The same person proved who they are again. */
  async unlock(idHash: string, contents: Contents, wall: Date): Promise<void> {
    await this.database.query(
      'update session set locked_at = null, last_seen_at = $2, sealed = $3 where id_hash = $1',
      [idHash, wall, this.box.seal(contents, idHash)],
    );
  }

  /** @returns true for exactly one caller among all processes, until it stores or the claim runs out. */
  async claimRefresh(session: Session, wall: Date): Promise<boolean> {
    const claimed = await this.database.query<[unknown[], number]>(
      `update session set refreshing_until = $3
        where id_hash = $1 and (refreshing_until is null or refreshing_until < $2) returning id_hash`,
      [session.idHash, wall, new Date(wall.getTime() + claimMs)],
    );
    return claimed[1] === 1;
  }

  /** Keeps refreshed tokens and gives the claim back; without new tokens it only gives the claim back. */
  async storeRefreshed(session: Session, contents: Contents | undefined): Promise<void> {
    const sealed = contents ? this.box.seal(contents, session.idHash) : null;
    await this.database.query(
      'update session set refreshing_until = null, sealed = coalesce($2, sealed) where id_hash = $1',
      [session.idHash, sealed],
    );
  }

  async end(idHash: string): Promise<void> {
    await this.database.query('delete from session where id_hash = $1', [idHash]);
  }

  /** @returns undefined for a row that this portal's key did not seal: the key was changed, so sign in again. */
  private toSession(row: SessionRow): Session | undefined {
    const contents = this.box.open<Contents>(row.sealed, row.id_hash);
    if (!contents) return undefined;
    return {
      idHash: row.id_hash,
      createdAt: row.created_at,
      lastSeenAt: row.last_seen_at,
      lockedAt: row.locked_at,
      ...contents,
    };
  }
}

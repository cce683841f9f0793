import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roles } from './roles.js';

// Entries that are older than their tree are laid into it by the worker, before it appends the next.
const tree = `
  alter table log_state
    add column tree_size bigint not null default 0,
    -- Of the empty tree: SHA-256 of nothing.
    add column root bytea not null default sha256('') check (length(root) = 32),
    add check (tree_size <= size);

  create table log_tile (
    level smallint not null check (level between 0 and 63),
    idx bigint not null check (idx >= 0),
    width smallint not null check (width between 1 and 256),
    hashes bytea not null check (length(hashes) = 32 * width),
    primary key (level, idx)
  );
  -- Hashes do not get smaller.
  alter table log_tile alter column hashes set storage external;
  comment on table log_tile is 'public';
`;

const checkpoints = `
  create table log_checkpoint (
    size bigint primary key check (size >= 0),
    note text not null,
    -- The note with the signatures of witnesses behind it.
    cosigned text,
    created timestamptz not null,
    -- When the signer last saw that this is still the newest head.
    confirmed timestamptz not null
  );
  comment on table log_checkpoint is 'public';
`;

const neverRewritten = `
  create function only_widen() returns trigger language plpgsql as $$
    begin
      if new.level <> old.level or new.idx <> old.idx or new.width <= old.width
        or substr(new.hashes, 1, length(old.hashes)) <> old.hashes
      then
        raise exception 'a tile only gets wider' using errcode = '42501';
      end if;
      return new;
    end $$;
  create trigger only_widened before update on log_tile for each row execute function only_widen();
  create trigger never_removed before delete or truncate on log_tile
    for each statement execute function refuse_change();

  create function only_confirm() returns trigger language plpgsql as $$
    begin
      if new.size <> old.size or new.note <> old.note or new.created <> old.created or new.confirmed < old.confirmed
        or (new.cosigned is null and old.cosigned is not null)
        or left(new.cosigned, length(old.note)) <> old.note
      then
        raise exception 'a checkpoint is only confirmed and cosigned' using errcode = '42501';
      end if;
      return new;
    end $$;
  create trigger only_confirmed before update on log_checkpoint for each row execute function only_confirm();
  create trigger never_removed before delete or truncate on log_checkpoint
    for each statement execute function refuse_change();
`;

const access = `
  grant select on log_tile, log_checkpoint to ${roles.app};
  grant select, insert, update (width, hashes) on log_tile to ${roles.worker};
  grant select, update (cosigned) on log_checkpoint to ${roles.worker};
  grant select on log_tile to ${roles.signer};
  grant select (log_id, tree_size, root) on log_state to ${roles.signer};
  grant select, insert, update (confirmed) on log_checkpoint to ${roles.signer};
`;

export class CreateTree1767225700000 implements MigrationInterface {
  name = 'CreateTree1767225700000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(tree + checkpoints + neverRewritten + access);
  }

  down(): Promise<void> {
    throw new Error('a log is not taken back');
  }
}

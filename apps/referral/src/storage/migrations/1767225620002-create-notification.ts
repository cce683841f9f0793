import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowSecurity } from '@rujukan/persistence';
import { roles } from './roles.js';

const tables = `
  create table notification (
    id uuid primary key,
    agency_id uuid not null,
    kind text not null,
    audience text,
    handoff_id uuid,
    status text,
    service_type text,
    area_code text,
    at timestamptz not null,
    mailed_at timestamptz
  );
  create index notification_of_agency on notification (agency_id, id desc);
  create index notification_to_mail on notification (agency_id) where mailed_at is null;
  comment on table notification is 'personal';

  create table notification_reading (
    notification_id uuid not null references notification (id),
    subject text not null,
    read_at timestamptz not null,
    primary key (notification_id, subject)
  );
  comment on table notification_reading is 'personal';

  -- The mailbox of an agency, not of a person.
  create table desk (
    agency_id uuid primary key references agency (id),
    email text not null,
    version int not null,
    failures int not null default 0,
    retry_at timestamptz
  );
  comment on table desk is 'personal';

  grant select on notification to ${roles.app};
  grant select, insert on notification_reading, desk to ${roles.app};
  grant update (email, version, failures, retry_at) on desk to ${roles.app};
  grant select, insert, update on notification to ${roles.worker};
  grant select, update on desk to ${roles.worker};`;

const floor = [
  rowSecurity('notification', roles, { select: 'app_agency() = agency_id' }),
  rowSecurity('notification_reading', roles, {
    select: 'app_subject() = subject',
    insert: `app_subject() = subject
      and exists (select from notification where id = notification_id and agency_id = app_agency())`,
  }),
  rowSecurity('desk', roles, {
    select: 'app_agency() = agency_id',
    insert: 'app_agency() = agency_id',
    update: 'app_agency() = agency_id',
  }),
];

export class CreateNotification1767225620002 implements MigrationInterface {
  name = 'CreateNotification1767225620002';

  async up(run: QueryRunner): Promise<void> {
    await run.query(tables);
    await run.query(floor.join('\n'));
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table desk, notification_reading, notification');
  }
}

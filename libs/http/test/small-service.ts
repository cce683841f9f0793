import { Body, Controller, Get, Module, Param, Post, Put, Query } from '@nestjs/common';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { Destroyed, done, refuse } from '@rujukan/kernel';
import { messagingTables } from '@rujukan/messaging';
import { contextFunctions, idempotencyTable, UnitOfWork } from '@rujukan/persistence';
import {
  Answers,
  ApiPlatformModule,
  AtMostPerMinute,
  Audited,
  Context,
  Cursors,
  IfMatch,
  pageQuery,
  Requires,
  SignedInWithin,
  Unrecorded,
  type ServiceConfig,
} from '../src/index.js';

const roles = { app: 'referral_app', worker: 'referral_worker' };

/** Tables of a service that keeps notes, just enough to stand on. */
export class CreateNotes1767225600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(contextFunctions);
    await runner.query(messagingTables(roles));
    await runner.query(idempotencyTable(roles));
    await runner.query(
      `create table note (id uuid primary key, text text not null check (text <> 'forbidden'), version int not null)`,
    );
    await runner.query(
      `comment on table note is 'operational'; grant select, insert, update on note to ${roles.app}`,
    );
  }

  async down(): Promise<void> {
    // The test database is dropped whole.
  }
}

const NotePath = z.strictObject({ id: z.uuid() });
const NoteBody = z.strictObject({
  text: z.string().min(1).max(100),
  kind: z.enum(['plain', 'urgent']).optional(),
  tags: z
    .array(z.strictObject({ name: z.string().max(20) }))
    .max(3)
    .default([]),
});
const NoteAdded = z.object({ id: z.uuid(), version: z.int() });
const NoteQuery = pageQuery({ kind: z.enum(['plain', 'urgent']).optional() });

@Controller('v1/notes')
export class NotesHttp {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cursors: Cursors,
  ) {}

  @Post()
  @Requires('handoff:create')
  @Audited('note.add', 'C')
  @Answers(NoteAdded, 201)
  add(@Context() context: RequestContext, @Body({ schema: NoteBody }) body: z.output<typeof NoteBody>) {
    return this.unitOfWork.command(context, async (tx, act) => {
      const [row] = await tx.query<{ id: string }[]>(
        `insert into note values (gen_random_uuid(), $1, 1) returning id`,
        [body.text],
      );
      act.trail.touched('note', row!.id, { version: 1 });
      return done({ id: row!.id, version: 1 });
    });
  }

  @Get()
  @Requires('handoff:read')
  @Audited('note.list', 'R')
  list(@Context() context: RequestContext, @Query({ schema: NoteQuery }) query: z.output<typeof NoteQuery>) {
    const after = this.cursors.decode<{ n: number }>(query.cursor, query);
    const n = (after?.n ?? 0) + query.limit;
    return this.unitOfWork.read(context, () =>
      Promise.resolve(done({ items: [n], next: this.cursors.encode({ n }, query) })),
    );
  }

  @Get(':id')
  @Requires('handoff:read')
  @Audited('note.read', 'R')
  read(@Context() context: RequestContext, @Param({ schema: NotePath }) path: z.output<typeof NotePath>) {
    return this.unitOfWork.read(context, async (tx, act) => {
      const [row] = await tx.query<{ id: string; text: string; version: number }[]>(
        'select id, text, version from note where id = $1',
        [path.id],
      );
      if (!row) return refuse('not-found');
      if (row.text === 'destroyed') throw new Destroyed();
      act.trail.touched('note', row.id);
      return done(row);
    });
  }

  @Put(':id')
  @Requires('handoff:create')
  @Audited('note.change', 'U')
  change(
    @Context() context: RequestContext,
    @Param({ schema: NotePath }) path: z.output<typeof NotePath>,
    @IfMatch() version: number,
    @Body({ schema: NoteBody }) body: z.output<typeof NoteBody>,
  ) {
    return this.unitOfWork.command(context, async (tx) => {
      const [, changed] = await tx.query<[unknown, number]>(
        'update note set text = $3, version = version + 1 where id = $1 and version = $2',
        [path.id, version, body.text],
      );
      if (changed === 0) return refuse('stale-version', { currentVersion: version + 1 });
      return done({ id: path.id, version: version + 1 });
    });
  }

  @Get('sealed/all')
  @Requires('handoff:read')
  @SignedInWithin(300)
  @AtMostPerMinute(3)
  @Audited('note.unseal', 'R')
  unseal(@Context() context: RequestContext) {
    return this.unitOfWork.read(context, () => Promise.resolve(done({ opened: true })));
  }

  @Get('directory/all')
  @Requires('directory:read')
  @Unrecorded('a public directory')
  directory(@Context() context: RequestContext) {
    return this.unitOfWork.readPublic(context, () => Promise.resolve({ items: [] }));
  }
}

/** Routes with something missing, as a tired person would leave them. */
@Controller('v1/forgotten')
export class ForgottenHttp {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get('everything')
  everything() {
    return { secret: true };
  }

  @Get('audit')
  @Requires('handoff:read')
  audit() {
    return { secret: true };
  }

  @Get('permission')
  @Audited('forgotten.read', 'R')
  permission() {
    return { secret: true };
  }

  @Get('schema/:id')
  @Requires('handoff:read')
  @Audited('forgotten.read', 'R')
  // eslint-disable-next-line no-restricted-syntax -- the missing schema is what is tested
  schema(@Param() path: { id: string }) {
    return path;
  }

  @Get('waiting')
  @Requires('handoff:read')
  @Audited('forgotten.read', 'R')
  waiting(@Context() context: RequestContext) {
    return this.unitOfWork.read(context, async (tx) => {
      await tx.query('select pg_advisory_xact_lock(7)');
      return done({ waited: true });
    });
  }

  @Get('bug')
  @Requires('handoff:read')
  @Audited('forgotten.read', 'R')
  bug() {
    throw new Error("select * from child where name = 'Contoh'");
  }
}

/** The app module of such a service. */
export function smallService(config: ServiceConfig) {
  @Module({
    imports: [ApiPlatformModule.forRoot({ service: 'referral', config })],
    controllers: [NotesHttp, ForgottenHttp],
  })
  class SmallServiceModule {}
  return SmallServiceModule;
}

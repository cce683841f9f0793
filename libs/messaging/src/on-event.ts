import { applyDecorators, Catch, UseFilters, type RpcExceptionFilter } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import { throwError, type Observable } from 'rxjs';
import type { EntityManager } from 'typeorm';
import type { EventType } from './event.js';

/** What a handler gets beside the event. */
export interface EventContext {
  /** The transaction that also marks the event as handled. Everything the handler changes belongs into it. */
  readonly tx: EntityManager;
}

// Nest would replace the error by "Internal server error"; the strategy must see it to tell an outage from a bug.
@Catch()
class KeepError implements RpcExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}

/**
 * Marks a method of a `@Controller()` class as the handler of these events:
 * `handle(@Payload() event: ReceivedEvent<'case.opened.v1'>, @Ctx() { tx }: EventContext)`.
 * It runs once per event; when it throws, the event is tried again or parked.
 */
export const OnEvent = (...types: readonly EventType[]): MethodDecorator =>
  applyDecorators(EventPattern([...types]), UseFilters(KeepError));

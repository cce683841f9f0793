import type { EventData } from '@rujukan/contracts';

export type EventType = keyof EventData;

/** A fact on its way out: what happened, to which aggregate, with the schema's data. */
export interface OutgoingEvent<Type extends EventType = EventType> {
  readonly type: Type;
  /** Aggregate id, the record's key: events of one aggregate stay in order. */
  readonly key: string;
  readonly data: EventData[Type];
}

/** A CloudEvents 1.0 event as a handler receives it (binary mode: attributes travel as `ce_*` headers). */
export interface ReceivedEvent<Type extends EventType = EventType> {
  readonly id: string;
  readonly type: Type;
  readonly source: string;
  readonly key: string;
  readonly time: Date;
  readonly traceId: string;
  readonly correlationId: string;
  readonly data: EventData[Type];
}

/** Builds an event so that its data is checked against its type by the compiler. */
export const event = <Type extends EventType>(
  type: Type,
  key: string,
  data: EventData[Type],
): OutgoingEvent<Type> => ({
  type,
  key,
  data,
});

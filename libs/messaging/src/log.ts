/** The part of the service's logger that messaging writes to. Fields hold ids, codes, counts and durations only. */
export interface Log {
  debug(fields: object, text: string): void;
  info(fields: object, text: string): void;
  warn(fields: object, text: string): void;
  error(fields: object, text: string): void;
}

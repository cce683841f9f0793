/**
 * The only source of time. `now` is the time the work happens in, which a demo or a test may move;
 * `wall` is the machine's own time, for what the outside world measures: token lifetimes, time-outs, cookies.
 */
export interface Clock {
  now(): Date;
  wall(): Date;
}

export { dueAt, isWorkingDay } from './calendar.js';
export type { Limit } from './calendar.js';
export {
  cancel,
  deadlineOf,
  isOpen,
  isOverdue,
  meet,
  needsReason,
  pause,
  policyOf,
  resume,
  startClock,
  tick,
  wakeAt,
} from './clock.js';
export type { ClockChange, ClockIn, Duty, DutyClock, Move } from './clock.js';
export { courses, endedBy, startedBy } from './courses.js';
export type { Course, MilestoneCode, Trigger } from './courses.js';
export { policies } from './policies.js';
export { isStatutory, ladder, mayPause, thresholds } from './policy.js';
export type { Definition, LegalClass, Level, Policy, Threshold, Urgency } from './policy.js';

import { CreateSession1767225600000 } from './migrations/1767225600000-create-session.js';

/** Oldest first. */
export const migrations = [CreateSession1767225600000] as const;

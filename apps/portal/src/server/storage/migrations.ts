import { CreateSession1767225600000 } from './migrations/1767225600000-create-session.js';
import { CreateColleague1767225600001 } from './migrations/1767225600001-create-colleague.js';

/** Oldest first. */
export const migrations = [CreateSession1767225600000, CreateColleague1767225600001] as const;

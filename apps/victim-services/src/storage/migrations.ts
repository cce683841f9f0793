import { CreateSupport1767225600000 } from './migrations/1767225600000-create-support.js';
import { CreateOutboxAndInbox1767225600001 } from './migrations/1767225600001-create-outbox-and-inbox.js';

/** In the order in which they are applied. */
export const migrations = [CreateSupport1767225600000, CreateOutboxAndInbox1767225600001];

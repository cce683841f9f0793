import { CreateSupport1767225600000 } from './migrations/1767225600000-create-support.js';
import { CreateOutboxAndInbox1767225600001 } from './migrations/1767225600001-create-outbox-and-inbox.js';
import { DestroyDataKeys1767225770000 } from './migrations/1767225770000-destroy-data-keys.js';

/** In the order in which they are applied. */
export const migrations = [
  CreateSupport1767225600000,
  CreateOutboxAndInbox1767225600001,
  DestroyDataKeys1767225770000,
];

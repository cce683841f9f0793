import { CreateLog1767225600000 } from './1767225600000-create-log.js';
import { CreateOutbox1767225600001 } from './1767225600001-create-outbox.js';

export const migrations = [CreateLog1767225600000, CreateOutbox1767225600001];

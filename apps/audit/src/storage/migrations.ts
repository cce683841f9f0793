import { CreateLog1767225600000 } from './migrations/1767225600000-create-log.js';
import { CreateOutbox1767225600001 } from './migrations/1767225600001-create-outbox.js';
import { FindHandoffsOfCase1767225600002 } from './migrations/1767225600002-find-handoffs-of-case.js';
import { CreateDataProtection1767225740001 } from './migrations/1767225740001-create-data-protection.js';
import { CreateTree1767225700000 } from './migrations/1767225700000-create-tree.js';
import { FindByTimeAndPurpose1767225720000 } from './migrations/1767225720000-find-by-time-and-purpose.js';
import { CreateKnownAgency1767225720001 } from './migrations/1767225720001-create-known-agency.js';
import { TakeIdentityEvents1767225730000 } from './migrations/1767225730000-take-identity-events.js';
import { AlarmAtGaps1767225730001 } from './migrations/1767225730001-alarm-at-gaps.js';
import { CreateErasure1767225760000 } from './migrations/1767225760000-create-erasure.js';
import { CreateRetention1767225770000 } from './migrations/1767225770000-create-retention.js';
import { TellOverdue1767225780000 } from './migrations/1767225780000-tell-overdue.js';
import { CreateReceiptProgress1767225740000 } from './migrations/1767225740000-create-receipt-progress.js';
import { CreateExports1767225750000 } from './migrations/1767225750000-create-exports.js';

/** In the order in which they are applied. */
export const migrations = [
  CreateLog1767225600000,
  CreateOutbox1767225600001,
  FindHandoffsOfCase1767225600002,
  CreateTree1767225700000,
  FindByTimeAndPurpose1767225720000,
  CreateKnownAgency1767225720001,
  TakeIdentityEvents1767225730000,
  AlarmAtGaps1767225730001,
  CreateReceiptProgress1767225740000,
  CreateDataProtection1767225740001,
  CreateExports1767225750000,
  CreateErasure1767225760000,
  CreateRetention1767225770000,
  TellOverdue1767225780000,
];

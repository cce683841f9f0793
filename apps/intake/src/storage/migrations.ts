import { CreateReport1767225600000 } from './migrations/1767225600000-create-report.js';
import { CreateCase1767225600001 } from './migrations/1767225600001-create-case.js';
import { CreateOutboxAndInbox1767225600002 } from './migrations/1767225600002-create-outbox-and-inbox.js';
import { CreateKnownAgency1767225600003 } from './migrations/1767225600003-create-known-agency.js';
import { WidenClocks1767225630000 } from './migrations/1767225630000-widen-clocks.js';
import { CreateComingOfAge1767225640000 } from './migrations/1767225640000-create-coming-of-age.js';
import { KeepManifest1767225650000 } from './migrations/1767225650000-keep-manifest.js';
import { CreateEmergencyAccess1767225740000 } from './migrations/1767225740000-create-emergency-access.js';

import { CorrectCases1767225750000 } from './migrations/1767225750000-correct-cases.js';
import { DestroyDataKeys1767225770000 } from './migrations/1767225770000-destroy-data-keys.js';

/** In the order in which they are applied. */
export const migrations = [
  CreateReport1767225600000,
  CreateCase1767225600001,
  CreateOutboxAndInbox1767225600002,
  CreateKnownAgency1767225600003,
  WidenClocks1767225630000,
  CreateComingOfAge1767225640000,
  KeepManifest1767225650000,
  CreateEmergencyAccess1767225740000,

  CorrectCases1767225750000,
  DestroyDataKeys1767225770000,
];

import { CreateDirectory1767225600000 } from './migrations/1767225600000-create-directory.js';
import { CreateCustody1767225600001 } from './migrations/1767225600001-create-custody.js';
import { CreateHandoff1767225600002 } from './migrations/1767225600002-create-handoff.js';
import { CreateOutboxAndInbox1767225600003 } from './migrations/1767225600003-create-outbox-and-inbox.js';
import { AnnounceAgencies1767225600004 } from './migrations/1767225600004-announce-agencies.js';
import { WalkTheMachine1767225610000 } from './migrations/1767225610000-walk-the-machine.js';
import { AskSeveralAndClaim1767225610001 } from './migrations/1767225610001-ask-several-and-claim.js';
import { SignRollbacks1767225610002 } from './migrations/1767225610002-sign-rollbacks.js';
import { CreateClocks1767225630000 } from './migrations/1767225630000-create-clocks.js';
import { CreateFeedback1767225630001 } from './migrations/1767225630001-create-feedback.js';
import { CreateConsent1767225640000 } from './migrations/1767225640000-create-consent.js';
import { CreateDisclosure1767225650000 } from './migrations/1767225650000-create-disclosure.js';
import { CompleteDirectory1767225620000 } from './migrations/1767225620000-complete-directory.js';
import { CreateProposal1767225620001 } from './migrations/1767225620001-create-proposal.js';
import { CreateNotification1767225620002 } from './migrations/1767225620002-create-notification.js';
import { HearAsLongAsHeld1767225660000 } from './migrations/1767225660000-hear-as-long-as-held.js';
import { PurgeNotifications1767225750000 } from './migrations/1767225750000-purge-notifications.js';
import { FollowOutline1767225750001 } from './migrations/1767225750001-follow-outline.js';
import { CreateHandoffProof1767225730000 } from './migrations/1767225730000-create-handoff-proof.js';
import { DestroyDataKeys1767225770000 } from './migrations/1767225770000-destroy-data-keys.js';
import { CreateMilestone1767225760000 } from './migrations/1767225760000-create-milestone.js';
import { SignMinutes1767225760001 } from './migrations/1767225760001-sign-minutes.js';
import { LapseRollbacks1767225760002 } from './migrations/1767225760002-lapse-rollbacks.js';
import { CreateEmergencyDisclosure1767225780000 } from './migrations/1767225780000-create-emergency-disclosure.js';
import { KnowWorkers1767225780001 } from './migrations/1767225780001-know-workers.js';
import { TellOfClocks1767225800000 } from './migrations/1767225800000-tell-of-clocks.js';

/** In the order in which they are applied. */
export const migrations = [
  CreateDirectory1767225600000,
  CreateCustody1767225600001,
  CreateHandoff1767225600002,
  CreateOutboxAndInbox1767225600003,
  AnnounceAgencies1767225600004,
  WalkTheMachine1767225610000,
  AskSeveralAndClaim1767225610001,
  SignRollbacks1767225610002,
  CreateClocks1767225630000,
  CreateFeedback1767225630001,
  CreateConsent1767225640000,
  CreateDisclosure1767225650000,
  CompleteDirectory1767225620000,
  CreateProposal1767225620001,
  CreateNotification1767225620002,
  HearAsLongAsHeld1767225660000,
  PurgeNotifications1767225750000,
  FollowOutline1767225750001,
  CreateHandoffProof1767225730000,
  DestroyDataKeys1767225770000,
  CreateMilestone1767225760000,
  SignMinutes1767225760001,
  LapseRollbacks1767225760002,
  CreateEmergencyDisclosure1767225780000,
  KnowWorkers1767225780001,
  TellOfClocks1767225800000,
];

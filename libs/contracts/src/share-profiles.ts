import { answerProfiles, noticeProfiles, transferProfiles } from './sharing/other-profiles.js';
import { referralProfiles } from './sharing/referral-profiles.js';

/** Minimum data per purpose. Source: the handoff table of the field study, rows H01 to H29. */
export const shareProfiles = {
  ...referralProfiles,
  ...transferProfiles,
  ...answerProfiles,
  ...noticeProfiles,
} as const;

export type ShareProfileCode = keyof typeof shareProfiles;

export const shareProfileCodes = Object.keys(shareProfiles) as [ShareProfileCode, ...ShareProfileCode[]];

/** The two run-time roles; neither owns a table. */
export const roles = { app: 'referral_app', worker: 'referral_worker' } as const;

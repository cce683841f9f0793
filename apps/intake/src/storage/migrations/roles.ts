/** Roles that run this service; neither owns a table. */
export const roles = { app: 'intake_app', worker: 'intake_worker' };

/** The policy whose witnesses are asked; null where there is none. */
export const POLICY = Symbol('Policy');
export const LOG = Symbol('Log');

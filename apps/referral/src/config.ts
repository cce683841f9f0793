import { serviceConfig } from '@rujukan/http';

/** The only reader of the environment. */
export const config = serviceConfig(process.env);

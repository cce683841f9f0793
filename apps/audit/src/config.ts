import { serviceConfig } from '@rujukan/http';

export const config = serviceConfig(process.env);

import { z } from 'zod';
import { serviceConfig } from '@rujukan/http';

/** This service's settings, read once. */
export const config = serviceConfig(process.env);

const Environment = z.object({ DEMO_DATA: z.enum(['true', 'false']).default('false') });

/** True where the people are invented: only then a NIK of a sub-district that does not exist is taken. */
export const isDemo =
  Environment.parse({ DEMO_DATA: process.env['DEMO_DATA'] || undefined }).DEMO_DATA === 'true';

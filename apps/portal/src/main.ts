import 'reflect-metadata';
import { createLogger } from '@rujukan/observability';
import { portalConfig } from './config.js';
import { createPortal } from './server/create-portal.js';

const config = portalConfig();
const logger = createLogger('portal', { level: config.logLevel });
const webRoot = new URL('./web', import.meta.url).pathname;

const portal = await createPortal(config, webRoot, logger);
await portal.listen(config.port, config.host);
logger.info({ port: config.port, url: config.portalUrl }, 'portal is ready');

import 'reflect-metadata';
import { startApi } from '@rujukan/http';
import { AppModule } from './app.module.js';
import { config } from './config.js';

await startApi({ service: 'referral', config, module: AppModule, title: 'Rujukan: referral' });

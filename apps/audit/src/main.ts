import 'reflect-metadata';
import { startApi } from '@rujukan/http';
import { AppModule } from './app.module.js';
import { config } from './config.js';

await startApi({
  service: 'audit',
  config,
  module: AppModule,
  title: 'Audit: who did and saw what, in order',
});

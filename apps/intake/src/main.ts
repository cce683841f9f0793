import 'reflect-metadata';
import { startApi } from '@rujukan/http';
import { AppModule } from './app.module.js';
import { config } from './config.js';

await startApi({
  service: 'intake',
  config,
  module: AppModule,
  title: 'Intake: reports, triage and case files',
});

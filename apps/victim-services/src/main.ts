import 'reflect-metadata';
import { startApi } from '@rujukan/http';
import { AppModule } from './app.module.js';
import { config } from './config.js';

await startApi({
  service: 'victim-services',
  config,
  module: AppModule,
  title: 'Victim services: plan, support and closure of a case',
});

import { Module } from '@nestjs/common';
import { ApiPlatformModule } from '@rujukan/http';
import { config } from './config.js';
import { GetEntry } from './entries/get-entry/get-entry.query.js';
import { GetEntryHttp } from './entries/get-entry/get-entry.http.js';
import { ListEntries } from './entries/list-entries/list-entries.query.js';
import { ListEntriesHttp } from './entries/list-entries/list-entries.http.js';

@Module({
  imports: [ApiPlatformModule.forRoot({ service: 'audit', config })],
  controllers: [GetEntryHttp, ListEntriesHttp],
  providers: [GetEntry, ListEntries],
})
export class AppModule {}

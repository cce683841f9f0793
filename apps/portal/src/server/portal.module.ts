import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { TypeOrmModule } from '@nestjs/typeorm';
import { HealthRegistry } from '@rujukan/observability';
import { assertFloor, dataSourceOptions } from '@rujukan/persistence';
import { CLOCK, clockFrom } from '@rujukan/time';
import type { PortalConfig } from '../config.js';
import { CallServiceHttp } from './call-service/call-service.http.js';
import { Upstream } from './call-service/upstream.js';
import { ColleagueStore } from './colleagues/colleague.store.js';
import { CompleteSignIn } from './complete-sign-in/complete-sign-in.js';
import { CompleteSignInHttp } from './complete-sign-in/complete-sign-in.http.js';
import { GetMeHttp } from './get-me/get-me.http.js';
import { GetNowHttp } from './get-now/get-now.http.js';
import { GetTrustPolicyHttp } from './get-trust-policy/get-trust-policy.http.js';
import { HealthHttp } from './health/health.http.js';
import { AccessTokens } from './identity/access-tokens.js';
import { IdentityProvider } from './identity/identity-provider.js';
import { ListColleaguesHttp } from './list-colleagues/list-colleagues.http.js';
import { LockScreenHttp } from './lock-screen/lock-screen.http.js';
import { PORTAL_CONFIG } from './portal-config.token.js';
import { PageTemplate } from './serve-page/page-template.js';
import { ServePageHttp } from './serve-page/serve-page.http.js';
import { SessionGuard } from './session/session.guard.js';
import { SessionStore } from './session/session.store.js';
import { SignInHttp } from './sign-in/sign-in.http.js';
import { SignOutHttp } from './sign-out/sign-out.http.js';

/** Composition root: lists slices, nothing clever. The page comes last because it takes every address left over. */
@Module({})
export class PortalModule {
  static forRoot(config: PortalConfig, webRoot: string): DynamicModule {
    return {
      module: PortalModule,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions({ url: config.databaseUrl, applicationName: 'portal' }),
          retryAttempts: 60,
          retryDelay: 500,
        }),
      ],
      controllers: [
        HealthHttp,
        SignInHttp,
        CompleteSignInHttp,
        SignOutHttp,
        GetMeHttp,
        GetNowHttp,
        ListColleaguesHttp,
        GetTrustPolicyHttp,
        LockScreenHttp,
        CallServiceHttp,
        ServePageHttp,
      ],
      providers: [
        { provide: PORTAL_CONFIG, useValue: config },
        { provide: CLOCK, useFactory: () => clockFrom(config.clockFile) },
        {
          provide: PageTemplate,
          useFactory: () => new PageTemplate(webRoot, config.portalUrl.startsWith('https:')),
        },
        {
          provide: HealthRegistry,
          inject: [DataSource],
          useFactory: async (database: DataSource) => {
            await assertFloor(database);
            const health = new HealthRegistry();
            health.add('database', async () => (await database.query('select 1')) !== undefined);
            return health;
          },
        },
        { provide: APP_GUARD, useClass: SessionGuard },
        SessionStore,
        ColleagueStore,
        IdentityProvider,
        AccessTokens,
        CompleteSignIn,
        Upstream,
      ],
    };
  }
}

import { Controller, Get, Inject } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import type { PortalConfig } from '../../config.js';
import { PORTAL_CONFIG } from '../portal-config.token.js';
import { Open } from '../session/session.guard.js';

/** Public keys only: whom this portal's agency believes about the audit log (c2sp.org/tlog-policy). */
@Controller('api/trust-policy')
export class GetTrustPolicyHttp {
  private readonly policy: string | null;

  constructor(@Inject(PORTAL_CONFIG) { policyFile }: PortalConfig) {
    this.policy = policyFile === undefined ? null : readFileSync(policyFile, 'utf8');
  }

  @Get()
  @Open()
  read(): { policy: string | null } {
    return { policy: this.policy };
  }
}

import type { Config } from '../config/index.ts';
import { createIdentityService } from '../services/identity.service.ts';
import { createPasswordsService } from '../services/passwords.service.ts';
import { createProofOfWorkService } from '../services/proofOfWork.service.ts';
import { createRolesService } from '../services/roles.service.ts';
import { createStaffService } from '../services/staff.service.ts';
import type { Platform } from './platform.ts';

export type Identity = ReturnType<typeof createIdentity>;

/** Who calls. */
export function createIdentity(config: Config, { database, services }: Platform) {
  const { audit } = services;
  const passwords = createPasswordsService({
    cost: config.passwords.bcryptCost,
    shopName: config.shop.name,
  });
  const roles = createRolesService({ audit });
  return {
    identity: createIdentityService({
      database,
      eventBus: services.eventBus,
      issuer: config.http.publicUrl,
      staffGraceDays: config.auth.staffGraceDays,
      keys: config.auth,
    }),
    proofOfWork: createProofOfWorkService({
      limits: services.limits,
      secret: config.auth.jwtSecret,
    }),
    passwords,
    roles,
    staff: createStaffService({ audit, roles, passwords, cursorSecret: config.cursorSecret }),
  };
}

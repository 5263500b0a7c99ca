import type { Config } from '../config/index.ts';
import { createApiKeysService } from '../services/apiKeys.service.ts';
import { createFactorsService } from '../services/factors.service.ts';
import { createIdentityService } from '../services/identity.service.ts';
import { createInvitationsService } from '../services/invitations.service.ts';
import { createMachineTokensService } from '../services/machineTokens.service.ts';
import { createPasswordsService } from '../services/passwords.service.ts';
import { createPreferencesService } from '../services/preferences.service.ts';
import { createProofOfWorkService } from '../services/proofOfWork.service.ts';
import { createRolesService } from '../services/roles.service.ts';
import { createStaffService } from '../services/staff.service.ts';
import { providerIdsOf } from '../integrations/identityProviders/providerIds.ts';
import type { Platform } from './platform.ts';

export type Identity = ReturnType<typeof createIdentity>;

/** Who calls, and what they prove it with. */
export function createIdentity(config: Config, { database, services }: Platform) {
  const { audit, encryption, eventBus } = services;
  const apiKeys = createApiKeysService({
    database,
    eventBus: services.eventBus,
    audit,
    cursorSecret: config.cursorSecret,
  });
  const identity = createIdentityService({
    apiKeys,
    database,
    eventBus,
    issuer: config.http.publicUrl,
    staffGraceDays: config.auth.staffGraceDays,
    keys: config.auth,
  });
  const machineTokens = createMachineTokensService({ apiKeys, identity });
  const passwords = createPasswordsService({
    cost: config.passwords.bcryptCost,
    shopName: config.shop.name,
  });
  const factors = createFactorsService({
    audit,
    encryption,
    identity,
    passwords,
    signInProviders: providerIdsOf(config.signIn),
    shopName: config.shop.name,
    webauthn: config.webauthn,
  });
  const proofOfWork = createProofOfWorkService({
    limits: services.limits,
    secret: config.auth.jwtSecret,
  });
  const roles = createRolesService({ audit });
  const staff = createStaffService({
    audit,
    factors,
    roles,
    passwords,
    cursorSecret: config.cursorSecret,
  });
  const invitations = createInvitationsService({
    apiKeys,
    audit,
    cursorSecret: config.cursorSecret,
    passwords,
    roles,
    secret: config.auth.jwtSecret,
    staff,
  });
  const preferences = createPreferencesService({ cursorSecret: config.cursorSecret });
  return {
    apiKeys,
    machineTokens,
    invitations,
    preferences,
    identity,
    passwords,
    factors,
    proofOfWork,
    roles,
    staff,
  };
}

import type { Shown } from '../kernel/route.ts';
import type {
  Factors,
  Passkey,
  PendingTotp,
  RememberedDevice,
} from '../services/factors.service.ts';
import { deviceOf } from '../utils/userAgent.ts';
import type {
  addedFactorSchema,
  factorsSchema,
  passkeySchema,
  pendingTotpSchema,
  rememberedDeviceSchema,
} from '../validators/factors.validator.ts';

export function presentFactors(factors: Factors): Shown<typeof factorsSchema> {
  const { totpAddedAt, passkeys, codesLeft, dueAt } = factors;
  return {
    totp: totpAddedAt && { addedAt: totpAddedAt.toISOString() },
    passkeys: passkeys.map(presentPasskey),
    backupCodesLeft: codesLeft,
    dueAt: dueAt?.toISOString() ?? null,
  };
}

export function presentPasskey(passkey: Passkey): Shown<typeof passkeySchema> {
  const { id, name, isBackedUp, suspectedAt, createdAt, lastUsedAt } = passkey;
  return {
    id,
    name,
    synced: isBackedUp,
    suspended: suspectedAt !== null,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}

export function presentPendingTotp(pending: PendingTotp): Shown<typeof pendingTotpSchema> {
  const { secret, uri, svg, png } = pending;
  return { secret, uri, svg, png: `data:image/png;base64,${png.toString('base64')}` };
}

export function presentAddedFactor(
  backupCodes: readonly string[] | undefined,
): Shown<typeof addedFactorSchema> {
  return { backupCodes: backupCodes ?? null };
}

export function presentRememberedDevice(
  device: RememberedDevice,
): Shown<typeof rememberedDeviceSchema> {
  const { id, userAgent, ip, createdAt, lastUsedAt, expiresAt } = device;
  return {
    id,
    device: userAgent && deviceOf(userAgent),
    address: ip,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    expiresAt: expiresAt.toISOString(),
  };
}

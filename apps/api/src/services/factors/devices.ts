import { createHash } from 'node:crypto';
import { inTransaction } from '../../db/transaction.ts';
import { notFound } from '../../kernel/errors.ts';
import type { Context } from '../../kernel/context.ts';
import type { Identity } from '../../kernel/identity.ts';
import { newId } from '../../kernel/ids.ts';
import type { FactorsDeps } from './deps.ts';
import { insertDevice, useDevice } from './statements.ts';

/** As much of a user agent as is kept. */
const MAX_USER_AGENT = 500;

/** A device on which the second factor is not asked for. */
export interface RememberedDevice {
  readonly id: string;
  readonly userAgent: string | null;
  readonly ip: string | null;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly expiresAt: Date;
}

interface ClientContext extends Context {
  readonly clientAddress?: string;
  readonly userAgent?: string;
}

/** When the factor was given on this device; undefined where it has to be given. */
export async function findRemembered(
  { db }: Context,
  { userId, deviceToken }: { userId: string; deviceToken?: string | undefined },
): Promise<Date | undefined> {
  if (deviceToken === undefined) return undefined;
  const [device] = await db.query(useDevice, { hash: hashOf(deviceToken), userId });
  return device?.factorAt;
}

/** Remembers a device for 30 days, by the token that it shows at its next sign-in. */
export async function rememberDevice(
  { audit }: Pick<FactorsDeps, 'audit'>,
  ctx: ClientContext,
  { userId, deviceToken }: { userId: string; deviceToken: string },
): Promise<void> {
  const { clientAddress, userAgent } = ctx;
  const id = newId('rememberedDevice');
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.execute(insertDevice, {
      id,
      hash: hashOf(deviceToken),
      userId,
      userAgent: userAgent?.slice(0, MAX_USER_AGENT) ?? null,
      ip: clientAddress ?? null,
    });
    const act = { action: 'device.remember', userId, isByPerson: true };
    await audit.recordOfStaff(ctx, { ...act, details: { deviceId: id } });
  });
}

/** Those that still count, newest first. */
export async function listDevices(
  { db }: Context,
  { userId }: Identity,
): Promise<RememberedDevice[]> {
  const { passwordChangedAt, rememberedDevices } = await db.prisma.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      passwordChangedAt: true,
      rememberedDevices: {
        where: { expiresAt: { gt: new Date() } },
        omit: { hash: true, userId: true },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: MAX_LISTED,
      },
    },
  });
  return rememberedDevices.filter(
    ({ createdAt }) => passwordChangedAt === null || createdAt > passwordChangedAt,
  );
}

const MAX_LISTED = 100;

/** @throws {AppError} not_found, also for another's. */
export async function removeDevice(
  { audit }: Pick<FactorsDeps, 'audit'>,
  ctx: Context,
  { userId, isStaff }: Identity,
  id: string,
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const { count } = await ctx.db.prisma.rememberedDevice.deleteMany({ where: { id, userId } });
    if (count === 0) throw notFound('device');
    const act = { action: 'device.forget', userId, isByPerson: true };
    if (isStaff) await audit.recordOfStaff(ctx, { ...act, details: { deviceId: id } });
  });
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

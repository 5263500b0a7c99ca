import type { Context } from '../../kernel/context.ts';
import type { Identity } from '../../kernel/identity.ts';
import { listPasskeys, type Passkey } from './managePasskeys.ts';

/** What a person has added. */
export interface Factors {
  readonly totpAddedAt: Date | null;
  readonly passkeys: readonly Passkey[];
  readonly codesLeft: number;
  /** By when someone of staff needs a factor. */
  readonly dueAt: Date | null;
}

export async function findFactors(ctx: Context, identity: Identity): Promise<Factors> {
  const { userId, factorDueAt: dueAt } = identity;
  const { prisma } = ctx.db;
  const [totp, passkeys, codesLeft] = await Promise.all([
    prisma.totpSecret.findUnique({ where: { userId }, select: { confirmedAt: true } }),
    listPasskeys(ctx, identity),
    prisma.backupCode.count({ where: { userId, usedAt: null } }),
  ]);
  return { totpAddedAt: totp?.confirmedAt ?? null, passkeys, codesLeft, dueAt };
}

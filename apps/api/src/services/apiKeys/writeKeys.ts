import { inTransaction } from '../../db/transaction.ts';
import type { ApiKeyKind } from '../../domains/apiKeys.enums.ts';
import { actorName, type Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { requireHeld } from '../../kernel/heldPermissions.ts';
import { newId } from '../../kernel/ids.ts';
import { requireFuture } from '../../kernel/requireFuture.ts';
import type { AuditService } from '../audit.service.ts';
import { getKey, type ApiKey } from './findKeys.ts';
import { newKey } from './keyText.ts';
import { revokeKey, rotateKey } from './statements.ts';

interface WriteDeps {
  readonly audit: Pick<AuditService, 'record'>;
}

interface NewApiKey {
  readonly kind: ApiKeyKind;
  readonly name: string;
  readonly expiresAt?: string | null | undefined;
  readonly permissions?: readonly string[] | undefined;
  readonly salesChannel?: string | null | undefined;
  readonly origins?: readonly string[] | undefined;
}

/** A key with its secret, which is shown once. */
export interface MadeApiKey {
  readonly apiKey: ApiKey;
  readonly key: string;
}

/** Makes a key of what its maker may do, or of less. @throws {AppError} permission_not_held */
export async function createKey(
  deps: WriteDeps,
  ctx: Context,
  input: NewApiKey,
): Promise<MadeApiKey> {
  const permissions = [...new Set(input.permissions ?? [])];
  requireHeld(ctx, permissions);
  requireFuture(input.expiresAt);
  const { kind, name, expiresAt, salesChannel = null, origins = [] } = input;
  const { key, ...stored } = newKey(kind);
  const id = newId('apiKey');
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.prisma.apiKey.create({
      data: {
        id,
        kind,
        name,
        ...stored,
        permissions,
        salesChannel,
        origins: [...origins],
        expiresAt: expiresAt ?? null,
        createdBy: makerOf(ctx),
      },
    });
    const apiKey = await getKey(ctx, id);
    const { hint } = apiKey;
    const after = { kind, name, hint, permissions, salesChannel, origins, expiresAt };
    await deps.audit.record(ctx, { action: 'apiKey.create', subject: id, after });
    return { apiKey, key };
  });
}

interface Rotation {
  readonly overlapMinutes: number;
}

/**
 * Makes another key in the place of one, which stays valid for some minutes.
 * @throws {AppError} not_found, permission_not_held, state_conflict
 */
export function rotateApiKey(
  { audit }: WriteDeps,
  ctx: Context,
  id: string,
  { overlapMinutes }: Rotation,
): Promise<MadeApiKey> {
  return inTransaction(ctx, async (ctx) => {
    const { kind, permissions } = await getKey(ctx, id);
    requireHeld(ctx, permissions);
    const { key, ...stored } = newKey(kind);
    const [rotated] = await ctx.db.query(rotateKey, { id, overlapMinutes, ...stored });
    if (!rotated) throw new AppError('state_conflict', 'The key has ended. Make another.');
    const details = { overlapMinutes };
    await audit.record(ctx, { action: 'apiKey.rotate', subject: id, details });
    return { apiKey: await getKey(ctx, id), key };
  });
}

/** Revokes a key for good. @throws {AppError} not_found, state_conflict */
export function revokeApiKey(
  { audit }: WriteDeps,
  ctx: Context,
  id: string,
  reason: string,
): Promise<ApiKey> {
  return inTransaction(ctx, async (ctx) => {
    await getKey(ctx, id);
    const [revoked] = await ctx.db.query(revokeKey, { id });
    if (!revoked) throw new AppError('state_conflict', 'The key is revoked already.');
    await audit.record(ctx, { action: 'apiKey.revoke', subject: id, reason });
    return getKey(ctx, id);
  });
}

function makerOf({ actor }: Context): string {
  return 'id' in actor ? `${actor.kind}:${actor.id}` : actorName(actor);
}

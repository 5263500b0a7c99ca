import { inTransaction } from '../../db/transaction.ts';
import type { MachineKind } from '../../domains/apiKeys.enums.ts';
import { actorName, type Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { requireHeld, requireHeldUntil } from '../../kernel/heldPermissions.ts';
import { newId } from '../../kernel/ids.ts';
import { requireFuture } from '../../kernel/requireFuture.ts';
import type { AuditService } from '../audit.service.ts';
import { getKey, type ApiKey } from './findKeys.ts';
import { newKey } from './keyText.ts';
import { moveKey, revokeKey, rotateKey, selectOwner } from './statements.ts';

interface WriteDeps {
  readonly audit: Pick<AuditService, 'record'>;
}

interface NewApiKey {
  readonly kind: MachineKind;
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
  requireFuture(input.expiresAt);
  const ends = input.expiresAt ?? null;
  if (ctx.actor.kind === 'apiKey') requireHeldUntil(ctx, permissions, ends);
  else requireHeld(ctx, permissions);
  const { kind, name, expiresAt, salesChannel = null, origins = [] } = input;
  const { key, ...stored } = newKey(kind);
  const id = newId(kind === 'client' ? 'machineClient' : 'apiKey');
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
        ownerId: kind === 'publishable' ? null : await ownerOf(ctx),
        createdBy: makerOf(ctx),
      },
    });
    const apiKey = await getKey(ctx, id);
    const { hint } = apiKey;
    const after = { kind, name, hint, permissions, salesChannel, origins, expiresAt };
    await deps.audit.record(ctx, { action: `${nounOf(kind)}.create`, subject: id, after });
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
    const was = await getKey(ctx, id);
    const { kind, permissions, expiresAt, ownerId } = was;
    requireMayGive(ctx, ownerId, permissions, expiresAt);
    const { key, ...stored } = newKey(kind);
    const [rotated] = await ctx.db.query(rotateKey, { id, overlapMinutes, ...stored });
    if (!rotated) throw ended();
    const apiKey = await getKey(ctx, id);
    await audit.record(ctx, {
      action: `${nounOf(kind)}.rotate`,
      subject: id,
      details: { overlapMinutes },
      before: { hint: was.hint },
      after: { hint: apiKey.hint },
    });
    return { apiKey, key };
  });
}

/** Revokes a key for good, and with it those that it has made. @throws {AppError} not_found, state_conflict */
export function revokeApiKey(
  { audit }: WriteDeps,
  ctx: Context,
  id: string,
  reason: string,
): Promise<ApiKey> {
  return inTransaction(ctx, async (ctx) => {
    await getKey(ctx, id);
    const revoked = await ctx.db.query(revokeKey, { id });
    if (revoked.length === 0) throw new AppError('state_conflict', 'It is revoked already.');
    for (const { id: subject, kind } of revoked) {
      const [before, after] = [{ isRevoked: false }, { isRevoked: true }];
      const action = `${nounOf(kind)}.revoke`;
      await audit.record(ctx, { action, subject, reason, before, after });
    }
    return getKey(ctx, id);
  });
}

/**
 * Makes the caller the owner of a secret key, so that it outlives a maker who leaves.
 * @throws {AppError} not_found, permission_not_held, state_conflict
 */
export function takeApiKey(
  { audit }: WriteDeps,
  ctx: Context,
  id: string,
  reason: string,
): Promise<ApiKey> {
  return inTransaction(ctx, async (ctx) => {
    const { kind, permissions, ownerId: before } = await getKey(ctx, id);
    requireHeld(ctx, permissions);
    const ownerId = await ownerOf(ctx);
    const [taken] = await ctx.db.query(moveKey, { id, ownerId });
    if (!taken) {
      const message = 'Only a secret key or a client that is valid has an owner.';
      throw new AppError('state_conflict', message);
    }
    await audit.record(ctx, {
      action: `${nounOf(kind)}.take`,
      subject: id,
      reason,
      before: { ownerId: before },
      after: { ownerId },
    });
    return getKey(ctx, id);
  });
}

/** For the audit log: a key, or a client of OAuth 2. */
export const nounOf = (kind: MachineKind) => (kind === 'client' ? 'machineClient' : 'apiKey');

/** The refusal to change what has ended. */
export const ended = () => new AppError('state_conflict', 'It has ended. Make another.');

/**
 * Checks that the caller may give a key these permissions. A person's own key ends with the person's
 * rights; another's may last longer than them, and what a machine makes may last longer than it.
 * @throws {AppError} permission_not_held
 */
export function requireMayGive(
  ctx: Context,
  ownerId: string | null,
  permissions: readonly string[],
  until: Date | null,
): void {
  const { actor } = ctx;
  if (actor.kind === 'staff' && actor.id === ownerId) requireHeld(ctx, permissions);
  else requireHeldUntil(ctx, permissions, until);
}

/** Whose rights limit what the caller makes: a person's own, a key's owner's, or none's. */
async function ownerOf({ actor, db, permissions }: Context): Promise<string | null> {
  if (actor.kind === 'staff' && permissions) return actor.id;
  if (actor.kind !== 'apiKey') return null;
  const [maker] = await db.query(selectOwner, { id: actor.id });
  return maker?.ownerId ?? null;
}

function makerOf({ actor }: Context): string {
  return 'id' in actor ? `${actor.kind}:${actor.id}` : actorName(actor);
}

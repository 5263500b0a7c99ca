import type { Prisma } from '../db/generated/client.ts';
import { actorName, type Context } from '../kernel/context.ts';
import { newId } from '../kernel/ids.ts';

interface AuditEntry {
  /** noun.verb, such as workflow.abandon. */
  readonly action: string;
  /** The id of what it was done to. */
  readonly subject: string;
  readonly reason: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

export type AuditService = ReturnType<typeof createAuditService>;

/** What staff did by hand, and why. It can only be added to. */
export function createAuditService() {
  return {
    /** Writes it down, in the transaction of what was done where there is one. */
    async record(ctx: Context, { action, subject, reason, details = {} }: AuditEntry) {
      const { actor } = ctx;
      const who = 'id' in actor ? `${actor.kind}:${actor.id}` : actorName(actor);
      await ctx.db.prisma.auditEntry.create({
        data: {
          id: newId('audit'),
          actor: who,
          action,
          subject,
          reason,
          details: details as Prisma.InputJsonObject,
          requestId: ctx.requestId,
        },
      });
    },
  };
}

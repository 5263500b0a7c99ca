import { statement } from '../db/client.ts';
import { actorName, type Context } from '../kernel/context.ts';
import { newId } from '../kernel/ids.ts';

export interface AuditEntry {
  /** noun.verb, such as workflow.abandon. */
  readonly action: string;
  /** The id of what it was done to. */
  readonly subject: string;
  readonly reason: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

export type AuditService = ReturnType<typeof createAuditService>;

const insertEntry = statement<object>(
  'audit.record',
  `INSERT INTO audit_entries (id, actor, action, subject, reason, details, request_id)
   VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7)`,
);

/** What staff did by hand, and why. It can only be added to. */
export function createAuditService() {
  return {
    /** Writes it down, in the transaction of what was done where there is one. */
    async record(ctx: Context, { action, subject, reason, details = {} }: AuditEntry) {
      const { actor } = ctx;
      const who = 'id' in actor ? `${actor.kind}:${actor.id}` : actorName(actor);
      const values = [newId('audit'), who, action, subject, reason, JSON.stringify(details)];
      await ctx.db.execute(insertEntry, [...values, ctx.requestId]);
    },
  };
}

import { actorName, type Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { insertEntry } from './statements.ts';
import { maskText, withoutSecrets } from './withoutSecrets.ts';

type Members = Readonly<Record<string, unknown>>;

/** An act, as the caller describes it; actor, address, request and time are the context's. */
interface NewAuditEntry {
  /** noun.verb, such as workflow.abandon. */
  readonly action: string;
  /** The id of what it was done to. */
  readonly subject: string;
  /** Why, in the words of the one who acted; empty where no reason is asked for. */
  readonly reason?: string | undefined;
  readonly details?: Members | undefined;
  /** The members that the act changed, before and after. Secrets in them are masked. */
  readonly before?: Members | undefined;
  readonly after?: Members | undefined;
}

/**
 * Records an act in the audit log, in the transaction of the act where there is one. Secrets are
 * masked (services/audit/withoutSecrets.ts).
 */
export async function recordEntry(
  ctx: Context,
  { action, subject, reason = '', details = {}, before, after }: NewAuditEntry,
): Promise<void> {
  const { actor } = ctx;
  await ctx.db.execute(insertEntry, {
    id: newId('audit'),
    actor: 'id' in actor ? `${actor.kind}:${actor.id}` : actorName(actor),
    action,
    subject,
    reason: maskText(reason),
    details: jsonOf(details),
    before: before ? jsonOf(before) : null,
    after: after ? jsonOf(after) : null,
    ip: ctx.clientAddress ?? null,
    requestId: ctx.requestId,
  });
}

/** JSON knows dates and leaves out what is undefined, so secrets are looked for in what it made. */
const jsonOf = (members: Members): string =>
  JSON.stringify(withoutSecrets(JSON.parse(JSON.stringify(members))));

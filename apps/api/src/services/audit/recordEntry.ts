import { actorName, type Actor, type Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { insertEntry, insertStaffEntry } from './statements.ts';
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
export async function recordEntry(ctx: Context, entry: NewAuditEntry): Promise<void> {
  await ctx.db.execute(insertEntry, valuesOf(ctx, entry));
}

/** A security event of a person's account. */
interface NewStaffEntry extends Omit<NewAuditEntry, 'subject'> {
  /** Whose account it is. */
  readonly userId: string;
  /** Whether it is sure that the person acts, and not someone who tries to be the person. */
  readonly isByPerson: boolean;
}

/**
 * Records what concerns the account of someone of staff; nothing for anyone else. One statement decides
 * that, so a caller need not know who is staff. In the transaction of the act, where there is one.
 */
export async function recordOfStaff(
  ctx: Context,
  { userId, isByPerson, ...entry }: NewStaffEntry,
): Promise<void> {
  const actor: Actor = isByPerson ? { kind: 'staff', id: userId } : { kind: 'guest' };
  const values = valuesOf({ ...ctx, actor }, { ...entry, subject: userId });
  await ctx.db.execute(insertStaffEntry, { ...values, userId });
}

function valuesOf(
  { actor, clientAddress, requestId }: Pick<Context, 'actor' | 'clientAddress' | 'requestId'>,
  { action, subject, reason = '', details = {}, before, after }: NewAuditEntry,
) {
  return {
    id: newId('audit'),
    actor: 'id' in actor ? `${actor.kind}:${actor.id}` : actorName(actor),
    action,
    subject,
    reason: maskText(reason),
    details: jsonOf(details),
    before: before ? jsonOf(before) : null,
    after: after ? jsonOf(after) : null,
    ip: clientAddress ?? null,
    requestId,
  };
}

/** JSON knows dates and leaves out what is undefined, so secrets are looked for in what it made. */
const jsonOf = (members: Members): string =>
  JSON.stringify(withoutSecrets(JSON.parse(JSON.stringify(members))));

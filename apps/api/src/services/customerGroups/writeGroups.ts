import { isUniqueViolation } from '../../db/errors.ts';
import { inTransaction } from '../../db/transaction.ts';
import { emit } from '../../events/outbox.ts';
import { refreshGroupsJob } from '../../jobs/customerGroups.refresh.job.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError, notFound, OutdatedError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import type { CustomerGroupsDeps } from './deps.ts';
import { getGroup, type CustomerGroup, type GroupRule } from './findGroups.ts';
import { lockGroup, setRule } from './statements.ts';

interface GroupInput {
  readonly name: string;
  readonly description: string;
  readonly rule: GroupRule | null;
}

type GroupChange = { readonly [Key in keyof GroupInput]?: GroupInput[Key] | undefined } & {
  /** Whether it is as the caller knows it; without it, any is. */
  readonly isExpected?: ((group: CustomerGroup) => boolean) | undefined;
};

/** What the audit log says of a group before and after. */
const auditedOf = ({ name, description, rule }: CustomerGroup) => ({ name, description, rule });

/** Makes a group; a job finds the members of one with a rule. @throws {AppError} group_name_taken */
export function createGroup(
  deps: CustomerGroupsDeps,
  ctx: Context,
  { name, description, rule }: GroupInput,
): Promise<CustomerGroup> {
  return refusingTakenNames(name, () =>
    inTransaction(ctx, async (ctx) => {
      const id = newId('customerGroup');
      await ctx.db.prisma.customerGroup.create({ data: { id, name, description } });
      if (rule) await putRule(deps, ctx, id, rule);
      const group = await getGroup(ctx, id);
      const after = auditedOf(group);
      await deps.audit.record(ctx, { action: 'customer_group.create', subject: id, after });
      return group;
    }),
  );
}

/**
 * @throws {AppError} not_found, group_name_taken
 * @throws {OutdatedError} precondition_failed, with the group as it is.
 */
export function changeGroup(
  deps: CustomerGroupsDeps,
  ctx: Context,
  id: string,
  { name, description, rule, isExpected }: GroupChange,
): Promise<CustomerGroup> {
  return refusingTakenNames(name, () =>
    inTransaction(ctx, async (ctx) => {
      const [locked] = await ctx.db.query(lockGroup, { id });
      if (!locked) throw notFound('customer group');
      const known = await getGroup(ctx, id);
      if (isExpected?.(known) === false) {
        const message = 'The group has changed. Read it again, then retry.';
        throw new OutdatedError('precondition_failed', message, known);
      }
      const before = auditedOf(known);
      await ctx.db.prisma.customerGroup.update({
        where: { id },
        data: {
          ...(name !== undefined && { name }),
          ...(description !== undefined && { description }),
        },
      });
      if (rule !== undefined) await putRule(deps, ctx, id, rule);
      const group = await getGroup(ctx, id);
      const after = auditedOf(group);
      await deps.audit.record(ctx, { action: 'customer_group.change', subject: id, before, after });
      return group;
    }),
  );
}

/**
 * Deletes a group; its members belong to it no longer, without an event for each.
 * @returns the group as it was.
 * @throws {AppError} not_found
 */
export function deleteGroup(
  { audit }: CustomerGroupsDeps,
  ctx: Context,
  id: string,
): Promise<CustomerGroup> {
  return inTransaction(ctx, async (ctx) => {
    const [locked] = await ctx.db.query(lockGroup, { id });
    if (!locked) throw notFound('customer group');
    const group = await getGroup(ctx, id);
    await ctx.db.prisma.customerGroup.delete({ where: { id } });
    await emit(ctx, 'customer_group.deleted', { groupId: id });
    const before = auditedOf(group);
    await audit.record(ctx, { action: 'customer_group.delete', subject: id, before });
    return group;
  });
}

async function putRule(
  { queue }: CustomerGroupsDeps,
  ctx: Context,
  id: string,
  rule: GroupRule | null,
): Promise<void> {
  await ctx.db.execute(setRule, { id, rule: rule && JSON.stringify(rule) });
  await queue.enqueue(ctx, refreshGroupsJob, { groupId: id });
}

async function refusingTakenNames<T>(
  name: string | undefined,
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError('group_name_taken', `There is a group ${name}. Choose another name.`);
  }
}

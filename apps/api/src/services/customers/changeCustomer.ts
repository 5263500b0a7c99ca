import type { Prisma } from '../../db/generated/client.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError, OutdatedError } from '../../kernel/errors.ts';
import { refuseGone } from '../../kernel/goneCustomer.ts';
import type { AuditService } from '../audit.service.ts';
import type { CustomerGroupsService } from '../customerGroups.service.ts';
import type { FactorsService } from '../factors.service.ts';
import type { QueueService } from '../queue.service.ts';
import { getCustomer, type Customer, type PersonalExemption } from './findCustomers.ts';
import { closeSessions, lockCustomers, selectTies, setTaxExemption } from './statements.ts';

export interface CustomersDeps {
  readonly audit: Pick<AuditService, 'record'>;
  readonly cursorSecret: string;
  readonly factors: Pick<FactorsService, 'reset'>;
  readonly groups: Pick<CustomerGroupsService, 'moveMembers'>;
  readonly queue: Pick<QueueService, 'enqueue'>;
}

interface CustomerChange {
  readonly tags?: readonly string[] | undefined;
  readonly note?: string | undefined;
  readonly metafields?: Readonly<Record<string, unknown>> | undefined;
  /** Null: the customer pays tax. */
  readonly taxExemption?: PersonalExemption | null | undefined;
  readonly isExpected?: ((customer: Customer) => boolean) | undefined;
}

/** @throws {AppError} not_found; state_conflict for one who is merged or erased; {OutdatedError} precondition_failed */
export function changeCustomer(
  { audit }: CustomersDeps,
  ctx: Context,
  id: string,
  { tags, note, metafields, taxExemption, isExpected }: CustomerChange,
): Promise<Customer> {
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.query(lockCustomers, { ids: [id] });
    const customer = await getCustomer(ctx, id);
    refuseGone(customer);
    if (isExpected?.(customer) === false) {
      const message = 'It has changed. Read it again, then retry.';
      throw new OutdatedError('precondition_failed', message, customer);
    }
    await ctx.db.prisma.customer.update({
      where: { id },
      data: {
        ...(tags && { tags: [...tags] }),
        ...(note !== undefined && { note }),
        ...(metafields && { metafields: metafields as Prisma.InputJsonObject }),
      },
    });
    if (taxExemption !== undefined) {
      const exemption = taxExemption && JSON.stringify(taxExemption);
      await ctx.db.execute(setTaxExemption, { id, exemption });
    }
    const changed = await getCustomer(ctx, id);
    await audit.record(ctx, {
      action: 'customer.change',
      subject: id,
      reason: 'changed by hand',
      before: changeable(customer),
      after: changeable(changed),
    });
    return changed;
  });
}

const changeable = ({ tags, note, metafields, taxExemption }: Customer) => ({
  tags,
  note,
  metafields,
  taxExemption,
});

/**
 * Keeps someone from signing in, or lets them again. An erased account stays so, as does one whose
 * address someone else has proved; those of staff are
 * disabled and enabled as such, by those who may.
 * @throws {AppError} not_found, state_conflict
 */
export function setEnabled(
  { audit }: CustomersDeps,
  ctx: Context,
  id: string,
  { isEnabled, reason }: { readonly isEnabled: boolean; readonly reason: string },
): Promise<Customer> {
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.query(lockCustomers, { ids: [id] });
    const customer = await getCustomer(ctx, id);
    refuseGone(customer);
    const { userId, status, supersededAt } = customer;
    if (isEnabled && supersededAt !== null) {
      const message = 'Someone else has proved the address of this account.';
      throw new AppError('state_conflict', message);
    }
    await refuseTied(ctx, id);
    await ctx.db.prisma.user.update({
      where: { id: userId },
      data: { status: isEnabled ? 'active' : 'disabled' },
    });
    if (!isEnabled) await ctx.db.execute(closeSessions, { userIds: [userId], why: 'disabled' });
    await audit.record(ctx, {
      action: isEnabled ? 'customer.enable' : 'customer.disable',
      subject: id,
      reason,
      before: { status },
      after: { status: isEnabled ? 'active' : 'disabled' },
    });
    return getCustomer(ctx, id);
  });
}

/**
 * Removes the second factors of a customer who has lost them, and ends all sessions.
 * @throws {AppError} not_found, state_conflict, factor_missing
 */
export function resetCustomerFactors(
  { audit, factors }: CustomersDeps,
  ctx: Context,
  id: string,
  reason: string,
): Promise<Customer> {
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.query(lockCustomers, { ids: [id] });
    const customer = await getCustomer(ctx, id);
    refuseGone(customer);
    await refuseTied(ctx, id);
    const before = await factors.reset(ctx, customer.userId);
    await audit.record(ctx, { action: 'customer.resetFactors', subject: id, reason, before });
    return customer;
  });
}

async function refuseTied({ db }: Context, id: string): Promise<void> {
  const [ties] = await db.query(selectTies, { ids: [id] });
  if (ties?.isBeingErased) {
    throw new AppError('state_conflict', 'The customer is being erased.');
  }
  if (ties?.isStaff) {
    const message = 'The account has a role of staff. Use /admin/staff for it.';
    throw new AppError('state_conflict', message);
  }
}

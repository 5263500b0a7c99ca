import { statement } from '../../db/statement.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { Context } from '../../kernel/context.ts';
import { notFound, OutdatedError } from '../../kernel/errors.ts';
import type { AuditService } from '../audit.service.ts';
import type { QueueService } from '../queue.service.ts';
import type { Company } from './company.ts';
import { getCompany } from './findCompanies.ts';

export interface CompaniesDeps {
  readonly audit: Pick<AuditService, 'record'>;
  readonly queue: Pick<QueueService, 'enqueue'>;
}

/** On what terms a company is changed. */
export interface ChangeTerms {
  /** Whether it is as the caller knows it; without it, any is. */
  readonly isExpected?: ((company: Company) => boolean) | undefined;
}

const lock = statement('companies.lock')<{ id: string }, { id: string }>(
  `SELECT id FROM companies WHERE id = :id FOR NO KEY UPDATE`,
);

/** A change of a company, or of what belongs to it. */
interface Act extends ChangeTerms {
  /** For the audit log. */
  readonly action: string;
  readonly change: (ctx: Context, before: Company) => Promise<void>;
}

/**
 * Changes a company under its lock, so that changes of one run one after another, and records it.
 * @returns the company as it is then.
 * @throws {AppError} not_found
 * @throws {OutdatedError} precondition_failed, with the company as it is.
 */
export function changeInPlace(
  { audit }: Pick<CompaniesDeps, 'audit'>,
  ctx: Context,
  id: string,
  { action, change, isExpected }: Act,
): Promise<Company> {
  return inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db.query(lock, { id });
    if (!row) throw notFound('company');
    const before = await getCompany(ctx, id);
    if (isExpected?.(before) === false) {
      const message = 'The company has changed. Read it again, then retry.';
      throw new OutdatedError('precondition_failed', message, before);
    }
    await change(ctx, before);
    await ctx.db.prisma.company.update({ where: { id }, data: { updatedAt: new Date() } });
    const after = await getCompany(ctx, id);
    const [was, is] = [auditedOf(before), auditedOf(after)];
    await audit.record(ctx, { action, subject: id, before: was, after: is });
    return after;
  });
}

/** What the audit log keeps of a company: no addresses, which are of people. */
export function auditedOf({ name, note, locations, members, quantityRules }: Company) {
  const kept = locations.map(({ id, name, vatId, exemption, paymentTermsDays }) => {
    return { id, name, vatId, exemption, paymentTermsDays };
  });
  return { name, note, locations: kept, members, quantityRules };
}

import type { Context } from '../kernel/context.ts';
import type { CompaniesService } from '../services/companies.service.ts';

export async function verifyVatIds(
  ctx: Context,
  _payload: unknown,
  { companies }: { companies: CompaniesService },
): Promise<void> {
  await companies.queueVatChecks(ctx);
}

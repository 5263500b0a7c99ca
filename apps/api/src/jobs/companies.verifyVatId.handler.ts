import type { Context } from '../kernel/context.ts';
import type { CompaniesService } from '../services/companies.service.ts';
import type { verifyVatIdJob } from './companies.verifyVatId.job.ts';
import type { JobPayload } from './defineJob.ts';

export async function verifyVatId(
  ctx: Context,
  { locationId }: JobPayload<typeof verifyVatIdJob>,
  { companies }: { companies: CompaniesService },
): Promise<void> {
  await companies.verifyVatId(ctx, locationId);
}

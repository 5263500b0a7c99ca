import { verifyVatIdJob } from '../../jobs/companies.verifyVatId.job.ts';
import type { Context } from '../../kernel/context.ts';
import type { VatValidator } from '../../ports/vatValidator.ts';
import type { CompaniesDeps } from './changeInPlace.ts';

/** After so many days an answer is asked for again. */
const DAYS_OF_AN_ANSWER = 30;
const DAY_MS = 86_400_000;
const BATCH = 500;

/**
 * Asks the registry about a location's VAT id, and keeps what it says. Without an answer, the last one
 * stays.
 * @throws while the registry does not answer.
 */
export async function verifyVatId(
  { vatValidator }: { readonly vatValidator: VatValidator },
  { db }: Context,
  locationId: string,
): Promise<void> {
  const { companyLocation } = db.prisma;
  const location = await companyLocation.findUnique({ where: { id: locationId } });
  if (!location?.vatId) return;
  const { vatId } = location;
  const { isValid, consultationNumber, name, address } = await vatValidator.validate(vatId);
  // Staff may have set another number while the registry was asked.
  await companyLocation.updateMany({
    where: { id: locationId, vatId },
    data: {
      vatStatus: isValid ? 'valid' : 'invalid',
      vatCheckedAt: new Date(),
      vatConsultationNumber: consultationNumber,
      vatAnswer: { name, address },
    },
  });
}

/** Queues the question about one location; while it waits, once. */
export async function queueVatCheck(
  { queue }: Pick<CompaniesDeps, 'queue'>,
  ctx: Context,
  locationId: string,
): Promise<void> {
  const jobKey = `${verifyVatIdJob.name}:${locationId}`;
  await queue.enqueue(ctx, verifyVatIdJob, { locationId }, { jobKey });
}

/** Queues the questions that are due: without an answer, or with an old one. */
export async function queueVatChecks(deps: CompaniesDeps, ctx: Context): Promise<void> {
  const old = new Date(Date.now() - DAYS_OF_AN_ANSWER * DAY_MS);
  const due = { OR: [{ vatCheckedAt: null }, { vatCheckedAt: { lt: old } }] };
  let after = '';
  for (;;) {
    const found = await ctx.db.prisma.companyLocation.findMany({
      where: { id: { gt: after }, vatId: { not: null }, ...due },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: BATCH,
    });
    for (const { id } of found) await queueVatCheck(deps, ctx, id);
    after = found.at(-1)?.id ?? '';
    if (found.length < BATCH) return;
  }
}

import { inTransaction } from '../../db/transaction.ts';
import type { Context } from '../../kernel/context.ts';
import type { AuditService } from '../audit.service.ts';
import { desiredBy } from './desired.ts';
import { readShopConfig } from './file.ts';
import { isEmpty, planSetup, type Change, type Plan } from './plan.ts';
import { readSetup } from './readSetup.ts';
import { lockSetup, usedLocations } from './statements.ts';
import { writePlan } from './writePlan.ts';

export interface ApplyOptions {
  /** What the file is called, for its problems and the audit. */
  name: string;
  /** Computes the differences without applying them. */
  dryRun?: boolean;
}

/** What differed from the file; what was, or would be, done about it. */
export interface ApplyReport {
  changes: readonly Change[];
  /** Whether there was anything to write. */
  differs: boolean;
}

/** Makes the shop as the file says. @throws {ShopConfigError} with all that is wrong with the file. */
export async function applyShopConfig(
  { audit }: { audit: AuditService },
  ctx: Context,
  source: string,
  options: ApplyOptions,
): Promise<ApplyReport> {
  const desired = desiredBy(readShopConfig(source, options.name));
  return await inTransaction(ctx, async (ctx) => {
    if (!options.dryRun) await ctx.db.execute(lockSetup);
    const plan = await spareWhatIsUsed(ctx, planSetup(await readSetup(ctx), desired));
    const changes = [plan.locations, plan.zones, plan.options, plan.taxRates].flatMap(
      (table) => table.changes,
    );
    const differs = !isEmpty(plan);
    if (differs && !options.dryRun) {
      await writePlan(ctx, plan);
      await audit.record(ctx, {
        action: 'shop.apply',
        subject: 'shop',
        reason: options.name,
        details: { changes },
      });
    }
    return { changes, differs };
  });
}

/** Keeps locations that stock belongs to, and says which carts lose their shipping option. */
async function spareWhatIsUsed(ctx: Context, plan: Plan): Promise<Plan> {
  const { locations, options } = plan;
  const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
  const used = new Set(
    locations.remove.length === 0
      ? []
      : idsOf(await ctx.db.query(usedLocations, { ids: idsOf(locations.remove) })),
  );
  const usedHandles = new Set(
    locations.remove.filter(({ id }) => used.has(id)).map(({ handle }) => handle),
  );
  const carts = await countOpenCartsWith(ctx, idsOf(options.remove));
  return {
    ...plan,
    locations: {
      ...locations,
      remove: locations.remove.filter(({ id }) => !used.has(id)),
      changes: locations.changes.map((change) =>
        change.action === 'remove' && usedHandles.has(change.name)
          ? { ...change, action: 'keep', details: ['is not in the file, but stock belongs to it'] }
          : change,
      ),
    },
    options: carts === 0 ? options : { ...options, changes: withNote(options.changes, carts) },
  };
}

async function countOpenCartsWith({ db }: Context, optionIds: string[]): Promise<number> {
  if (optionIds.length === 0) return 0;
  return db.prisma.cart.count({
    where: {
      status: 'open',
      expiresAt: { gt: new Date() },
      shippingOptionId: { in: optionIds },
    },
  });
}

function withNote(changes: readonly Change[], carts: number): Change[] {
  const note = `${carts} open carts had chosen one that is removed, and are asked to choose again`;
  const first = changes.findIndex(({ action }) => action === 'remove');
  return changes.map((change, index) =>
    index === first ? { ...change, details: [...change.details, note] } : change,
  );
}

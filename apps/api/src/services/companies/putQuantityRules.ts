import type { Context } from '../../kernel/context.ts';
import { AppError, type ErrorDetail } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { changeInPlace, type ChangeTerms, type CompaniesDeps } from './changeInPlace.ts';
import type { Company, QuantityRule } from './company.ts';

interface RulesInput extends ChangeTerms {
  /** All of the company's: those that the list does not name are removed. */
  readonly rules: readonly QuantityRule[];
}

/**
 * Sets in which quantities the company buys.
 * @throws {AppError} not_found; quantity_rule_invalid, naming each rule that is at fault.
 * @throws {OutdatedError} precondition_failed
 */
export function putQuantityRules(
  deps: CompaniesDeps,
  ctx: Context,
  companyId: string,
  { rules, isExpected }: RulesInput,
): Promise<Company> {
  return changeInPlace(deps, ctx, companyId, {
    action: 'company.putQuantityRules',
    isExpected,
    async change(ctx, company) {
      const { variant, quantityRule } = ctx.db.prisma;
      const id = { in: rules.map(({ variantId }) => variantId) };
      const known = await variant.findMany({ where: { id }, select: { id: true } });
      refuseUnknown(rules, new Set(known.map((row) => row.id)), company);
      await quantityRule.deleteMany({ where: { companyId } });
      // In the order of the list, since ids of one moment do not sort.
      const ids = rules.map(() => newId('quantityRule')).toSorted();
      await quantityRule.createMany({
        data: rules.map(({ variantId, locationId, minimum, step }, index) => {
          return { id: ids[index] ?? '', companyId, variantId, locationId, minimum, step };
        }),
      });
    },
  });
}

function refuseUnknown(
  rules: readonly QuantityRule[],
  variants: ReadonlySet<string>,
  { locations }: Company,
): void {
  const errors = rules.flatMap(({ variantId, locationId }, index): ErrorDetail[] => {
    const path = `rules.${index}`;
    if (!variants.has(variantId)) {
      return [{ path: `${path}.variantId`, code: 'not_found', message: 'does not exist' }];
    }
    if (locationId === null || locations.some(({ id }) => id === locationId)) return [];
    const message = 'is no location of this company';
    return [{ path: `${path}.locationId`, code: 'not_found', message }];
  });
  if (errors.length === 0) return;
  throw new AppError('quantity_rule_invalid', 'Some rules name what does not exist.', { errors });
}

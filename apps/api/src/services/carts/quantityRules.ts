import { AppError, type ErrorDetail } from '../../kernel/errors.ts';
import type { CartCompany } from '../companies.service.ts';

/** A line that is to be, and the member of the request that says so. */
interface RuledLine {
  readonly variantId: string;
  readonly quantity: number;
  readonly path: string;
}

/**
 * Refuses quantities that the company does not buy in: less than the minimum, or between two steps.
 * @throws {AppError} quantity_not_allowed, naming the nearest allowed quantities of each line.
 */
export function refuseQuantities(lines: readonly RuledLine[], company: CartCompany | null): void {
  if (!company || company.quantityRules.length === 0) return;
  const rules = new Map(company.quantityRules.map((rule) => [rule.variantId, rule]));
  const refused = lines.flatMap(({ variantId, quantity, path }) => {
    const rule = rules.get(variantId);
    const allowed = rule && quantity > 0 ? nearest(rule, quantity) : [];
    return allowed.length === 0 ? [] : [{ variantId, quantity, allowed, path }];
  });
  if (refused.length === 0) return;
  const errors = refused.map(({ quantity, allowed, path }): ErrorDetail => {
    const message = `is ${quantity}; the company buys ${allowed.join(' or ')}`;
    return { path, code: 'quantity_not_allowed', message };
  });
  const quantities = refused.map(({ path: _path, ...line }) => line);
  const message = 'The company does not buy in this quantity.';
  throw new AppError('quantity_not_allowed', message, { errors, extensions: { quantities } });
}

/** The allowed quantities around one that is not; none around one that is. */
function nearest(
  { minimum, step }: CartCompany['quantityRules'][number],
  quantity: number,
): number[] {
  if (quantity < minimum) return [minimum];
  const above = (quantity - minimum) % step;
  return above === 0 ? [] : [quantity - above, quantity - above + step];
}

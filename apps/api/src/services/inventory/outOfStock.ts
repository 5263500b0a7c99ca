import { AppError } from '../../kernel/errors.ts';

export interface StockLine {
  readonly variantId: string;
  readonly quantity: number;
}

/** A variant with less available than requested. */
export interface Shortage {
  readonly variantId: string;
  readonly requested: number;
  readonly available: number;
}

/** The refusal that names every short line, by its place in what was asked for. */
export function outOfStock(lines: readonly StockLine[], shortages: readonly Shortage[]): AppError {
  const short = new Map(shortages.map((shortage) => [shortage.variantId, shortage]));
  const errors = lines.flatMap(({ variantId }, index) => {
    const shortage = short.get(variantId);
    if (!shortage) return [];
    const message = `${shortage.requested} requested, ${shortage.available} available`;
    return [{ path: `items.${index}.quantity`, code: 'out_of_stock', message }];
  });
  return new AppError('out_of_stock', 'There is not enough stock for this cart.', {
    errors,
    extensions: { shortages },
  });
}

import type { Context } from '../kernel/context.ts';
import type { CartsService } from '../services/carts.service.ts';

export async function purgeCarts(
  ctx: Context,
  _payload: unknown,
  { carts }: { carts: Pick<CartsService, 'purge'> },
): Promise<void> {
  await carts.purge(ctx);
}

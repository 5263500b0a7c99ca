import { withDeps } from '../utils/withDeps.ts';
import { readProfile, type ShopOptions } from './shop/readProfile.ts';

export type { ShopProfile } from './shop/readProfile.ts';

export type ShopService = ReturnType<typeof createShopService>;

/** The public facts of the shop: its name, where it ships to, and in which currencies it sells. */
export function createShopService(options: ShopOptions) {
  return withDeps(options, { profile: readProfile });
}

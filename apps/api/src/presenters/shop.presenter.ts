import type { Shown } from '../kernel/route.ts';
import type { ShopProfile } from '../services/shop.service.ts';
import { etagOf } from '../utils/etag.ts';
import type { shopSchema } from '../validators/shop.validator.ts';

type ShownShop = Shown<typeof shopSchema>;

/** The shop as storefronts see it. */
export function presentShop(profile: ShopProfile): ShownShop {
  return {
    name: profile.name,
    defaultCurrency: profile.currency,
    currencies: profile.currencies,
    defaultCountry: profile.country,
    countries: profile.countries,
    taxDisplay: profile.pricesIncludeTax ? 'inclusive' : 'exclusive',
    paymentProviders: profile.paymentProviders,
  };
}

/** The entity tag of the shop as it is shown. */
export function shopEtag(shop: ShownShop): string {
  return etagOf(JSON.stringify(shop));
}

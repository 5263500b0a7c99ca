import type { Config } from '../config/index.ts';
import { API_BASE } from '../routes/base.ts';
import { createCatalogImportService } from '../services/catalogImport.service.ts';
import { createCountriesService } from '../services/countries.service.ts';
import { createInventoryService } from '../services/inventory.service.ts';
import { createMediaService } from '../services/media.service.ts';
import { createProductsService } from '../services/products.service.ts';
import { createShopService } from '../services/shop.service.ts';
import { createShopConfigService } from '../services/shopConfig.service.ts';
import type { Platform } from './platform.ts';
import type { Providers } from './providers.ts';

export type Catalogue = ReturnType<typeof createCatalogue>;

/** What the shop is and what it sells. */
export function createCatalogue(
  config: Config,
  { mediaUrl, services }: Platform,
  { offered }: Providers,
) {
  const { audit, cache, eventBus, queue, storage, worker } = services;
  return {
    catalogImport: createCatalogImportService({ storage, queue }),
    countries: createCountriesService({ cache }),
    inventory: createInventoryService(),
    media: createMediaService({ storage, worker }),
    products: createProductsService({
      cache,
      eventBus,
      options: {
        currency: config.shop.currency,
        cursorSecret: config.cursorSecret,
        listPath: `${API_BASE}/products`,
        mediaUrl,
      },
    }),
    shop: createShopService({ ...config.shop, paymentProviders: offered }),
    shopConfig: createShopConfigService({ audit }),
  };
}

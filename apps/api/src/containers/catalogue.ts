import path from 'node:path';
import type { Config } from '../config/index.ts';
import type { RemoteFiles } from '../ports/remoteFiles.ts';
import { createCatalogueCacheService } from '../services/catalogueCache.service.ts';
import { createCatalogExportService } from '../services/catalogExport.service.ts';
import { createCatalogImportService } from '../services/catalogImport.service.ts';
import { createCountriesService } from '../services/countries.service.ts';
import { createImportsService } from '../services/imports.service.ts';
import { createInventoryService } from '../services/inventory.service.ts';
import { createMediaService } from '../services/media.service.ts';
import { createProductImagesService } from '../services/productImages.service.ts';
import { createProductsService } from '../services/products.service.ts';
import { createShopService } from '../services/shop.service.ts';
import { createShopConfigService } from '../services/shopConfig.service.ts';
import type { Platform } from './platform.ts';
import type { Providers } from './providers.ts';

export type Catalogue = ReturnType<typeof createCatalogue>;

/** What the shop is and what it sells. */
export function createCatalogue(
  config: Config,
  { services, mediaUrl }: Platform,
  { offered }: Providers,
  remoteFiles?: RemoteFiles,
) {
  const { audit, cache, eventBus, queue, storage, stream, worker } = services;
  const catalogImport = createCatalogImportService({ storage, queue, mediaUrl });
  const media = createMediaService({
    audit,
    cursorSecret: config.cursorSecret,
    queue,
    remoteFiles: async () => remoteFiles ?? (await openWeb()),
    storage,
    worker,
    workFolder: path.join(config.dataDir, 'work'),
  });
  return {
    catalogExport: createCatalogExportService({
      audit,
      stream,
      currency: config.shop.currency,
      mediaUrl,
    }),
    catalogImport,
    catalogueCache: createCatalogueCacheService({ cache, eventBus }),
    countries: createCountriesService(),
    imports: createImportsService({
      audit,
      catalogImport,
      eventBus,
      media,
      queue,
      storage,
      currency: config.shop.currency,
      cursorSecret: config.cursorSecret,
    }),
    inventory: createInventoryService(),
    media,
    productImages: createProductImagesService({ audit }),
    products: createProductsService({
      currency: config.shop.currency,
      cursorSecret: config.cursorSecret,
    }),
    shop: createShopService({ ...config.shop, paymentProviders: offered }),
    shopConfig: createShopConfigService({ audit }),
  };
}

/** Loaded by a process that fetches something. */
async function openWeb(): Promise<RemoteFiles> {
  const { createWebFiles } = await import('../integrations/webFiles.ts');
  return createWebFiles();
}

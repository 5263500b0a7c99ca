import type { Context } from '../kernel/context.ts';
import type { AuditService } from './audit.service.ts';
import type { ApplyOptions, ApplyReport } from './shopConfig/applyShopConfig.ts';

export type { ApplyReport } from './shopConfig/applyShopConfig.ts';

/**
 * Sets up zones, shipping options and their rates, tax rates and locations as a file says. The tables
 * stay the one truth: the file is compared with them, and may be applied again after others wrote.
 */
export function createShopConfigService({ audit }: { audit: AuditService }) {
  return {
    /**
     * Makes the shop as the file says, in one transaction; of two runs at once, one waits for the
     * other. A dry run takes the same way up to the writing. Orders keep the shipping option they
     * were placed with; a cart whose option is removed is asked to choose again; a location at which
     * stock lies, or lay, is kept.
     * @param source the file's text: YAML or JSON.
     * @throws {ShopConfigError} with all that is wrong with the file.
     */
    async apply(ctx: Context, source: string, options: ApplyOptions): Promise<ApplyReport> {
      // Loaded here, so that no worker holds the reader of YAML.
      const { applyShopConfig } = await import('./shopConfig/applyShopConfig.ts');
      return await applyShopConfig({ audit }, ctx, source, options);
    },
  };
}

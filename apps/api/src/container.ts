import type { Config } from './config/index.ts';
import { createAccounts } from './containers/accounts.ts';
import { createCatalogue } from './containers/catalogue.ts';
import { createCheckout } from './containers/checkout.ts';
import { createCustomers } from './containers/customers.ts';
import { createEngagement } from './containers/engagement.ts';
import { createIdentity } from './containers/identity.ts';
import { createMoney } from './containers/money.ts';
import { createOperations } from './containers/operations.ts';
import { createPlatform } from './containers/platform.ts';
import { createPrivacy } from './containers/privacy.ts';
import { createProviders } from './containers/providers.ts';
import { createSales } from './containers/sales.ts';
import { migrationNames, migrationsFolder } from './db/migrate/files.ts';
import type { RemoteProvider } from './ports/paymentProvider.ts';
import type { RemoteFiles } from './ports/remoteFiles.ts';

export interface ContainerOptions {
  /** Payment providers of the shop's own, beside those of the configuration. A checkout offers them. */
  paymentProviders?: readonly RemoteProvider[];
  /** Where pictures are fetched by their addresses; by default the public web. */
  remoteFiles?: RemoteFiles;
}

export type Container = Awaited<ReturnType<typeof createContainer>>;

/**
 * Constructs everything a process has, area by area, and is the only place that does. Connections are
 * made when they are first needed; `listen` makes the one on which notifications come in.
 */
export async function createContainer(
  config: Config,
  { paymentProviders = [], remoteFiles }: ContainerOptions = {},
) {
  const platform = createPlatform(config);
  const { logger, database, metrics, mailer } = platform;
  const { eventBus, health, limits, worker } = platform.services;
  const providers = createProviders(config, platform, paymentProviders);
  const goods = {
    ...createCatalogue(config, platform, providers, remoteFiles),
    ...createSales(config, providers),
  };
  const money = createMoney(config, platform, providers, goods);
  const identity = createIdentity(config, platform);
  const checkout = createCheckout(config, platform, providers, { ...goods, ...money });
  const privacy = createPrivacy(config, platform, { ...money, ...checkout });
  const services = {
    ...platform.services,
    ...identity,
    ...createCustomers(config, platform, identity),
    ...goods,
    ...money,
    ...checkout,
    ...createAccounts(config, platform, identity, goods),
    ...privacy,
    ...createEngagement(config, platform, { ...goods, ...privacy }),
    ...createOperations(config, platform, providers),
  };
  health.expectMigrations(await migrationNames(migrationsFolder));

  return {
    config,
    logger,
    database,
    metrics,
    services,
    health,

    /** Receives notifications from other processes, until `close`. */
    listen: () => eventBus.start(),

    /** Closes everything; the database last. */
    async close(): Promise<void> {
      await eventBus.close();
      await mailer.close();
      await worker.close();
      await limits.close();
      await database.close();
    },
  };
}

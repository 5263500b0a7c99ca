import type { Config } from '../config/index.ts';
import { createCreditService } from '../services/credit.service.ts';
import { createDisputesService } from '../services/disputes.service.ts';
import { createPaymentsService } from '../services/payments.service.ts';
import { createReconciliationService } from '../services/reconciliation.service.ts';
import { createRefundsService } from '../services/refunds.service.ts';
import { createWebhooksService } from '../services/webhooks.service.ts';
import { createWorkflowsService } from '../services/workflows.service.ts';
import { shopMarkOf } from '../utils/shopMark.ts';
import type { Catalogue } from './catalogue.ts';
import type { Platform } from './platform.ts';
import type { Sales } from './sales.ts';
import { browserAccess, createWatchedStripe } from './stripe.ts';

export type MoneyServices = ReturnType<typeof createMoney>;

/** Payments of orders, and all that can become of them. */
export function createMoney(
  config: Config,
  platform: Platform,
  { inventory, orders }: Catalogue & Sales,
) {
  const { logger, metrics, services } = platform;
  const { audit, queue } = services;
  const { cursorSecret } = config;
  const stripe = createWatchedStripe(config.stripe, platform);
  const workflows = createWorkflowsService({ cursorSecret });
  const credit = createCreditService({ audit, cursorSecret });
  const payments = createPaymentsService({
    stripe,
    orders,
    inventory,
    queue,
    workflows,
    credit,
    browser: browserAccess(config.stripe),
    shopMark: shopMarkOf(config.auth.jwtSecret),
    captureMethod: config.stripe.captureMethod,
  });
  const refunds = createRefundsService({ payments, inventory });
  const disputes = createDisputesService({
    stripe,
    payments,
    refunds,
    orders,
    inventory,
    cursorSecret,
  });
  const onEvent = (outcome: string) => metrics.stripeEvents.inc({ outcome });
  return {
    workflows,
    credit,
    payments,
    refunds,
    disputes,
    webhooks: createWebhooksService({ stripe, payments, disputes, logger, onEvent }),
    reconciliation: createReconciliationService({ payments, disputes }),
  };
}

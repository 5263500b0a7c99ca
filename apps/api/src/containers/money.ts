import type { Config } from '../config/index.ts';
import { createCreditService } from '../services/credit.service.ts';
import { createDisputesService } from '../services/disputes.service.ts';
import { createPaymentMethodsService } from '../services/paymentMethods.service.ts';
import { createPaymentsService } from '../services/payments.service.ts';
import { createReconciliationService } from '../services/reconciliation.service.ts';
import { createRefundsService } from '../services/refunds.service.ts';
import { createWebhooksService } from '../services/webhooks.service.ts';
import type { Catalogue } from './catalogue.ts';
import type { Platform } from './platform.ts';
import type { Providers } from './providers.ts';
import type { Sales } from './sales.ts';

export type MoneyServices = ReturnType<typeof createMoney>;

/** Payments of orders, with refunds, disputes and reconciliation. */
export function createMoney(
  config: Config,
  platform: Platform,
  { remotes, offered }: Providers,
  { inventory, orders, workflows }: Catalogue & Sales,
) {
  const { logger, metrics, services } = platform;
  const { audit, queue } = services;
  const { cursorSecret } = config;
  const credit = createCreditService({ audit, cursorSecret });
  const payments = createPaymentsService({
    audit,
    remotes,
    orders,
    inventory,
    queue,
    workflows,
    credit,
  });
  const { currency, refundStepUpAmount } = config.shop;
  const stepUp = { amount: refundStepUpAmount, currency };
  const refunds = createRefundsService({ audit, payments, inventory, stepUp });
  const disputes = createDisputesService({
    payments,
    refunds,
    orders,
    inventory,
    cursorSecret,
  });
  const paymentMethods = createPaymentMethodsService({ payments, queue, offered });
  const onEvent = (provider: string, outcome: string) =>
    metrics.providerEvents.inc({ provider, outcome });
  return {
    credit,
    payments,
    paymentMethods,
    refunds,
    disputes,
    webhooks: createWebhooksService({ payments, disputes, paymentMethods, logger, onEvent }),
    reconciliation: createReconciliationService({ payments, disputes }),
  };
}

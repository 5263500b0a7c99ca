import { z } from 'zod';
import { localProvider } from '../../domains/payments.enums.ts';
import { country, currency, integer, listOf, locale } from '../parsers.ts';
import { documentation } from './variableDoc.ts';

/** The ways to pay that the configuration knows; a shop may be given more (docs/guides/payment-providers.md). */
export const configuredProviders = ['stripe', localProvider.manual] as const;

/** The shop's name, its currency, and what it offers. */
export const shop = {
  SHOP_NAME: z.string().trim().optional().register(documentation, {
    group: 'Shop',
    description: 'Name in mails and documents. Needed in production.',
    default: 'Cartwright Demo; none in production',
    example: 'My Shop',
  }),
  DEFAULT_CURRENCY: currency().default('USD').register(documentation, {
    group: 'Shop',
    description: 'Currency of carts that name none (ISO 4217).',
    default: 'USD',
    example: 'EUR',
  }),
  DEFAULT_COUNTRY: country().default('US').register(documentation, {
    group: 'Shop',
    description:
      'Country for which tax and shipping are estimated until an address is known (ISO 3166-1; the United Kingdom is GB).',
    default: 'US',
    example: 'DE',
  }),
  DEFAULT_LOCALE: locale().default('en').register(documentation, {
    group: 'Shop',
    description:
      'Language and region (BCP 47) of mails to customers who ask for none, or for one that the shop has no words in, and to staff.',
    default: 'en',
    example: 'de-DE',
  }),
  PAYMENT_PROVIDERS: listOf(...configuredProviders)
    .optional()
    .register(documentation, {
      group: 'Shop',
      description:
        'Payment providers. manual (bank transfer, cash on delivery) confirms an order and commits its stock before the money arrives.',
      default: 'stripe,manual; stripe in production',
      example: 'stripe,manual',
    }),
  RESERVATION_MINUTES: integer(1, 10_080).default(30).register(documentation, {
    group: 'Shop',
    description: 'How long an unpaid order reserves its stock.',
    default: '30',
    example: '60',
  }),
  MAX_LINE_QUANTITY: integer(1, 9_999).optional().register(documentation, {
    group: 'Shop',
    description: 'Maximum units of one variant in a cart or an order.',
    default: '100; 9999 in test',
    example: '1000',
  }),
  MAX_ORDER_QUANTITY: integer(1, 999_900).optional().register(documentation, {
    group: 'Shop',
    description: 'Maximum units of all variants in a cart or an order.',
    default: '500; 999900 in test',
    example: '5000',
  }),
  UNPAID_ORDERS_PER_ADDRESS: integer(0, 1_000_000).optional().register(documentation, {
    group: 'Shop',
    description:
      'Maximum unpaid orders per client address at a time; raise it where many people share one (a till, an office). 0 is no limit.',
    default: '20 in production; else 0',
    example: '50',
  }),
  UNPAID_ORDERS_PER_EMAIL: integer(0, 1_000_000).optional().register(documentation, {
    group: 'Shop',
    description: 'Maximum unpaid orders per e-mail address at a time. 0 is no limit.',
    default: '5 in production; else 0',
    example: '10',
  }),
  CART_TTL_DAYS: integer(1, 3650).default(30).register(documentation, {
    group: 'Shop',
    description: 'Days after its last change until a cart is deleted.',
    default: '30',
    example: '14',
  }),
};

import type { Config } from '../config/index.ts';
import { createConsentsService } from '../services/consents.service.ts';
import { createDataRequestsService } from '../services/dataRequests.service.ts';
import type { Checkout } from './checkout.ts';
import type { MoneyServices } from './money.ts';
import type { Platform } from './platform.ts';

export type Privacy = ReturnType<typeof createPrivacy>;

/** What people may ask about their data: it reaches into every area below. */
export function createPrivacy(
  config: Config,
  { services: { audit, queue, storage } }: Platform,
  { checkout, credit, payments }: Checkout & MoneyServices,
) {
  const { jwtSecret: secret } = config.auth;
  return {
    consents: createConsentsService({ audit, queue, secret, publicUrl: config.http.publicUrl }),
    dataRequests: createDataRequestsService({
      audit,
      checkout,
      credit,
      cursorSecret: config.cursorSecret,
      payments,
      queue,
      storage,
      secret,
    }),
  };
}

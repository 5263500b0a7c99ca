import type { Config } from '../config/index.ts';
import { ACCOUNT_PAGES, API_BASE } from '../routes/base.ts';
import { createEmailService } from '../services/email.service.ts';
import { linkTokenOf } from '../utils/linkToken.ts';
import type { Platform } from './platform.ts';
import type { Privacy } from './privacy.ts';
import type { Sales } from './sales.ts';

/** Mails to customers and staff. */
export function createEngagement(
  config: Config,
  { mailer, mediaUrl }: Platform,
  { orders, dataRequests, consents }: Sales & Privacy,
) {
  const { mail, shop } = config;
  return {
    email: createEmailService({
      mailer,
      from: mail.from,
      staff: mail.staff,
      shop: {
        ...mail,
        shopName: shop.name,
        locale: shop.locale,
        mediaUrl,
        accountPageUrl: mail.accountPageUrl ?? `${config.http.publicUrl}${ACCOUNT_PAGES}/{action}`,
        exportTokenOf: dataRequests.linkTokenOf,
        newsletterTokenOf: consents.confirmTokenOf,
        apiBase: API_BASE,
        linkTokenOf: (tokenId) => linkTokenOf(config.auth.jwtSecret, tokenId),
        orderTokenOf: (orderId) => orders.tokenOf(orderId).token,
      },
    }),
  };
}

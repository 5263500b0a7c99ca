import { z } from 'zod';
import { colour, email, flag, mailbox, url, urlTemplate } from '../parsers.ts';
import { documentation } from './variableDoc.ts';

/** Which server sends mail, and where mails to staff go. */
export const mail = {
  SMTP_URL: url('smtp:', 'smtps:').optional().register(documentation, {
    group: 'Mail',
    description:
      'Mail server. Unset: mail is caught locally and readable in a browser. Needed in production.',
    default: 'embedded; none in production',
    example: 'smtps://user:password@smtp.example.com:465',
    secret: true,
  }),
  ALLOW_EMBEDDED_MAIL: flag().default(false).register(documentation, {
    group: 'Mail',
    description:
      'Lets npm start catch mail on its machine in production too, so that customers get none: for a trial.',
    default: 'false',
    example: 'true',
  }),
  MAIL_FROM: mailbox().optional().register(documentation, {
    group: 'Mail',
    description: 'Sender of the shop’s mails. Needed in production.',
    default: 'Cartwright <shop@localhost>; none in production',
    example: 'My Shop <orders@shop.example>',
  }),
  STAFF_EMAIL: email().optional().register(documentation, {
    group: 'Mail',
    description:
      'Recipient of mails to staff, for example about a failed refund. Unset: none are sent.',
    example: 'team@shop.example',
  }),
  MAIL_LOGO_URL: url('https:', 'http:').optional().register(documentation, {
    group: 'Mail',
    description:
      'Picture at the head of mails to customers, shown 40 pixels high. Unset: the shop’s name.',
    example: 'https://shop.example/logo.png',
  }),
  MAIL_COLOR: colour().default('#1f5f4a').register(documentation, {
    group: 'Mail',
    description: 'Colour of the buttons in mails to customers; their text is black or white.',
    default: '#1f5f4a',
    example: '#0b57d0',
  }),
  MAIL_FOOTER: z.string().trim().max(1000).optional().register(documentation, {
    group: 'Mail',
    description:
      'Text at the foot of mails to customers, such as the company and its address; a | begins another line. Unset: the shop’s name.',
    example: 'My Shop Ltd | 1 Main St, Springfield | help@shop.example',
  }),
  ORDER_PAGE_URL: urlTemplate('id', 'number', 'token').optional().register(documentation, {
    group: 'Mail',
    description:
      'The storefront’s page of an order, to which mails to customers lead: {id}, {number} and {token} (a guest’s key to the order) are filled in. Unset: mails have no button.',
    example: 'https://shop.example/orders/{id}?token={token}',
  }),
  STAFF_ORDER_PAGE_URL: urlTemplate('id', 'number').optional().register(documentation, {
    group: 'Mail',
    description: 'The page on which staff look at an order, to which mails to staff lead.',
    example: 'https://admin.shop.example/orders/{id}',
  }),
  ACCOUNT_PAGE_URL: urlTemplate('action').optional().register(documentation, {
    group: 'Mail',
    description:
      'The storefront’s pages to which links of mails lead that carry a token: {action} is verify-email, reset-password, change-email, data-export, newsletter, unsubscribe or invitation, and the token follows as #token=…, which no server sees. Unset: small pages that the shop serves itself.',
    default: '{PUBLIC_URL}/account/{action}',
    example: 'https://shop.example/account/{action}',
  }),
};

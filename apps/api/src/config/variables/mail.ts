import { z } from 'zod';
import { url } from '../parsers.ts';
import { documentation } from './variableDoc.ts';

/** By which server mail goes out, and to whom notices go. */
export const mail = {
  SMTP_URL: url('smtp:', 'smtps:').optional().register(documentation, {
    group: 'Mail',
    description: 'Mail server. Unset: mail is caught locally and readable in a browser.',
    default: 'embedded',
    example: 'smtps://user:password@smtp.example.com:465',
    secret: true,
  }),
  MAIL_FROM: z.string().default('Cartwright <shop@localhost>').register(documentation, {
    group: 'Mail',
    description: 'Sender of the shop’s mails.',
    default: 'Cartwright <shop@localhost>',
    example: 'My Shop <orders@shop.example>',
  }),
  STAFF_EMAIL: z.email('must be an e-mail address').optional().register(documentation, {
    group: 'Mail',
    description: 'Where notices to staff go, such as of a refund that has failed. Unset: nowhere.',
    example: 'team@shop.example',
  }),
};

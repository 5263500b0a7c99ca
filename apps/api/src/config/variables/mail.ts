import { email, flag, mailbox, url } from '../parsers.ts';
import { documentation } from './variableDoc.ts';

/** By which server mail goes out, and to whom notices go. */
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
      'Lets npm start catch mail on its machine in production, too, where no customer gets any: for a trial.',
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
    description: 'Where notices to staff go, such as of a refund that has failed. Unset: nowhere.',
    example: 'team@shop.example',
  }),
};

import { statement } from '../../db/statement.ts';
import type { Context } from '../../kernel/context.ts';
import { defineContent } from '../content.ts';
import { invitationMails } from '../invitations.mails.ts';
import { words } from './words.ts';

/** An invitation that waits for its answer. */
interface MailInvitation {
  id: string;
  email: string;
  locale: string | null;
  /** How many mails of it were sent: the link of the last one is valid. */
  number: number;
  expiresAt: Date;
  isOpen: boolean;
  /** Titles. */
  roles: string[];
}

const invitationForMail = statement('email.invitation')<
  { invitationId: string },
  MailInvitation,
  'roles'
>(
  `SELECT i.id, i.email, i.locale, i.sends AS number, i.expires_at AS "expiresAt",
     i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now() AS "isOpen",
     ARRAY(SELECT r.title FROM roles r WHERE r.id = ANY (i.role_ids) ORDER BY r.id) AS roles
   FROM invitations i WHERE i.id = :invitationId`,
);

/** @returns null for an invitation that was deleted, as when its address is erased. */
async function readInvitation(
  ctx: Context,
  { invitationId, number }: { invitationId: string; number: number },
): Promise<MailInvitation | null> {
  const [row] = await ctx.db.query(invitationForMail, { invitationId });
  return row ? { ...row, isOpen: row.isOpen && row.number === number } : null;
}

const example: MailInvitation = {
  id: 'inv_01kb3x0e4xfq2v8a0r6n4d9s7m',
  email: 'hedy@example.com',
  locale: null,
  number: 1,
  expiresAt: new Date('2026-12-07T12:00:00Z'),
  isOpen: true,
  roles: ['Support', 'Finance'],
};

/** To an address whose owner may become a member of staff. */
const invitation = defineContent(invitationMails.invitation, {
  words,
  examples: { 'to a new member': example },
  read: readInvitation,
  compose(
    { id, number, isOpen, expiresAt, roles },
    t,
    { shopName: shop, date, accountPage, linkToken },
  ) {
    if (!isOpen) return undefined;
    const url = accountPage('invitation', linkToken(`${id}.${number}`));
    return {
      subject: t('invitation.subject', { shop }),
      heading: t('invitation.heading'),
      paragraphs: [
        t('invitation.what', { shop, roles: roles.join(', ') }),
        t('invitation.until', { date: date(expiresAt) }),
        t('invitation.ignore'),
      ],
      action: { label: t('invitation.action'), url },
    };
  },
});

export const contents = [invitation];

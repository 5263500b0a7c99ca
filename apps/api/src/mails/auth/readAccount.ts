import { statement } from '../../db/statement.ts';
import type { Context } from '../../kernel/context.ts';

/** A user whose mail has a link. */
export interface MailToken {
  /** The token's id, from which the link's token is made. */
  readonly id: string;
  /** The address that the token proves. */
  readonly email: string;
  readonly locale: string | null;
  /** Whether the link can still be used. */
  readonly isPending: boolean;
  /** Whether another user has proved the address. */
  readonly isTaken: boolean;
  /** The address that the account has. */
  readonly accountEmail: string;
}

/** A user who is told of something that has happened. */
export interface MailAccount {
  readonly id: string;
  readonly email: string;
  readonly locale: string | null;
}

/** A user who is told of a sign-in. */
export interface MailSignIn extends MailAccount {
  /** As the client names itself. */
  readonly userAgent: string | null;
  readonly ip: string | null;
  readonly at: Date;
}

const tokenForMail = statement('email.account_token')<{ tokenId: string }, MailToken>(
  `SELECT t.id, t.email, u.locale, u.email AS "accountEmail",
    t.used_at IS NULL AND t.expires_at > now() AND u.status = 'active' AS "isPending",
    EXISTS (SELECT FROM users o WHERE o.email_key = t.email AND o.id <> u.id
      AND o.email_verified_at IS NOT NULL AND o.status <> 'erased') AS "isTaken"
  FROM user_tokens t JOIN users u ON u.id = t.user_id WHERE t.id = :tokenId`,
);

const accountForMail = statement('email.account')<{ userId: string }, MailAccount>(
  `SELECT id, email, locale FROM users WHERE id = :userId AND status <> 'erased'`,
);

const signInForMail = statement('email.sign_in')<{ sessionId: string }, MailSignIn>(
  `SELECT s.id, u.email, u.locale, s.user_agent AS "userAgent", s.ip, s.created_at AS at
  FROM sessions s JOIN users u ON u.id = s.user_id
  WHERE s.id = :sessionId AND u.status <> 'erased'`,
);

/** @returns null for a token that was deleted, as when its user is erased. */
export async function readToken(
  { db }: Context,
  { tokenId }: { tokenId: string },
): Promise<MailToken | null> {
  const [token] = await db.query(tokenForMail, { tokenId });
  return token ?? null;
}

/**
 * @param event what tells two mails of one user apart.
 * @returns null for a user who was erased or deleted.
 */
export async function readAccount(
  { db }: Context,
  { userId }: { userId: string },
  event: string,
): Promise<MailAccount | null> {
  const [account] = await db.query(accountForMail, { userId });
  return account ? { ...account, id: `${userId}.${event}` } : null;
}

/** @returns null for a session that was deleted, as when its user is erased. */
export async function readSignIn(
  { db }: Context,
  { sessionId }: { sessionId: string },
): Promise<MailSignIn | null> {
  const [signIn] = await db.query(signInForMail, { sessionId });
  return signIn ?? null;
}

import { statement } from '../../db/statement.ts';
import type { Context } from '../../kernel/context.ts';

/** What mails say about a customer's data request. */
export interface MailRequest {
  id: string;
  email: string;
  locale: string | null;
  /** When an export's link ends. */
  expiresAt: Date | null;
}

const requestForMail = statement('email.dataRequest')<{ requestId: string }, MailRequest>(
  `SELECT r.id, u.email, u.locale, r.expires_at AS "expiresAt"
   FROM data_requests r JOIN customers c ON c.id = r.customer_id JOIN users u ON u.id = c.user_id
   WHERE r.id = :requestId`,
);

/** Reads a data request as its mails need it, in one statement. */
export async function readRequestForMail(
  ctx: Context,
  { requestId }: { requestId: string },
): Promise<MailRequest | undefined> {
  const [request] = await ctx.db.query(requestForMail, { requestId });
  return request;
}

import { z } from 'zod';

const ofUser = z.object({ userId: z.string() });
const ofToken = ofUser.extend({ tokenId: z.string() });

export const authEvents = {
  /** An address is to be proved by a mail. */
  'user.verification_requested': ofToken,
  /** An address was proved by its owner: from now on it is this user's alone. */
  'user.verified': ofUser.extend({
    customerId: z.string().nullable(),
    email: z.string(),
    /** Whether it is the first address that the user has proved. */
    isFirst: z.boolean().optional(),
  }),
  /** No more accounts are made of an address; its owner gets a link to take it over. */
  'user.registration_refused': ofToken,
  'user.reset_requested': ofToken,
  'user.password_changed': ofUser.extend({ at: z.string() }),
  'user.email_change_requested': ofToken,
  'user.email_changed': ofUser.extend({ previousEmail: z.string(), at: z.string() }),
  /** Someone has signed in on a device that had not shown before that it is this user's. */
  'session.opened_on_new_device': ofUser.extend({ sessionId: z.string() }),
  /** A used refresh token has come back: its session has ended. */
  'session.reuse_detected': ofUser.extend({ sessionId: z.string() }),
};

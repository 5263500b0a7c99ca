import { z } from 'zod';

export const invitationEvents = {
  /** Someone is invited to the staff, or reminded; `number` counts the mails of an invitation. */
  'invitation.sent': z.object({ invitationId: z.string(), number: z.int() }),
};

import { z } from 'zod';

export const consentEvents = {
  /** An address was entered for newsletters; it gets a mail to confirm it. */
  'newsletter.requested': z.object({ requestId: z.string() }),
};

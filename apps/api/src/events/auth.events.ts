import { z } from 'zod';

export const authEvents = {
  /** A used refresh token has come back: its session has ended. */
  'session.reuse_detected': z.object({ userId: z.string(), sessionId: z.string() }),
};

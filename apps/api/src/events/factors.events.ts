import { z } from 'zod';

const ofUser = { userId: z.string(), at: z.string() };
/** `name` is a passkey's. */
const ofFactor = z.object({
  ...ofUser,
  kind: z.enum(['totp', 'passkey']),
  name: z.string().optional(),
});

export const factorEvents = {
  'factor.added': ofFactor,
  'factor.removed': ofFactor,
  'factor.backup_codes_made': z.object(ofUser),
  /** Staff have removed all factors of someone who has lost them. */
  'factor.reset': z.object(ofUser),
  /** `left`: how many codes have not been used. */
  'factor.backup_code_used': z.object({ ...ofUser, left: z.int() }),
  /** A passkey's counter went back: there may be a copy of it. */
  'factor.passkey_suspected': z.object({ ...ofUser, name: z.string() }),
};

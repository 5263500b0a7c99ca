import { z } from 'zod';
import { proofOfWorkPurposes } from '../domains/proofOfWork.limits.ts';

export const proofOfWorkQuerySchema = z.strictObject({
  purpose: z
    .enum(proofOfWorkPurposes)
    .default('sign_in')
    .meta({ description: 'What the proof is for.', example: 'sign_in' }),
});

export const proofOfWorkChallengeSchema = z
  .object({
    parameters: z
      .object({
        algorithm: z.string().meta({ example: 'PBKDF2/SHA-256' }),
        cost: z.int(),
        keyLength: z.int(),
        keyPrefix: z.string(),
        nonce: z.string(),
        salt: z.string(),
        expiresAt: z.int().meta({ description: 'Seconds since 1970.' }),
        data: z.object({ purpose: z.enum(proofOfWorkPurposes) }),
      })
      .meta({ description: 'As ALTCHA’s widget and libraries (version 2) take them.' }),
    signature: z.string(),
  })
  .meta({ id: 'ProofOfWorkChallenge' });

import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { ProofOfWorkPurpose } from '../../domains/proofOfWork.limits.ts';

/** As long as a slow telephone may take, and a person to go on. */
export const LIFETIME_SECONDS = 300;
/**
 * PBKDF2's iterations for each try, of which a solution takes 256 on average: half a second of one
 * core, a second or two in a browser. A check takes one try, 2 ms outside of the event loop.
 */
const ALGORITHM = 'PBKDF2/SHA-256';
const COST = 5000;
const KEY_LENGTH = 32;
const KEY_PREFIX = '00';
/** A payload has some 600 characters. */
const MAX_PAYLOAD = 4096;

/** A challenge as ALTCHA's widget takes it. */
interface ProofOfWorkChallenge {
  readonly parameters: {
    readonly algorithm: string;
    readonly cost: number;
    readonly keyLength: number;
    readonly keyPrefix: string;
    readonly nonce: string;
    readonly salt: string;
    readonly expiresAt: number;
    readonly data: { readonly purpose: ProofOfWorkPurpose };
  };
  readonly signature: string;
}

const payloadSchema = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      algorithm: z.literal(ALGORITHM),
      cost: z.literal(COST),
      keyLength: z.literal(KEY_LENGTH),
      keyPrefix: z.literal(KEY_PREFIX),
      nonce: z.string().max(64),
      salt: z.string().max(64),
      expiresAt: z.int(),
      data: z.object({ purpose: z.string() }),
    }),
    signature: z.string().max(128),
  }),
  solution: z.looseObject({ counter: z.int().min(0), derivedKey: z.string().max(128) }),
});

/** Loaded when the first challenge is made: most shops are not under attack. */
async function altcha() {
  const [library, { deriveKey }] = await Promise.all([
    import('altcha-lib'),
    import('altcha-lib/algorithms/pbkdf2'),
  ]);
  return { ...library, deriveKey };
}

/** Makes challenges, and checks solutions, with a key that is derived from a secret of the shop. */
export function createPuzzles(secret: string) {
  const hmacSignatureSecret = createHmac('sha256', secret)
    .update('cartwright/proof-of-work/v1')
    .digest('base64url');

  return {
    async make(purpose: ProofOfWorkPurpose): Promise<ProofOfWorkChallenge> {
      const { createChallenge, deriveKey } = await altcha();
      const expiresAt = Math.floor(Date.now() / 1000) + LIFETIME_SECONDS;
      const { parameters, signature = '' } = await createChallenge({
        algorithm: ALGORITHM,
        cost: COST,
        keyLength: KEY_LENGTH,
        keyPrefix: KEY_PREFIX,
        data: { purpose },
        expiresAt,
        deriveKey,
        hmacSignatureSecret,
      });
      const { algorithm, cost, keyLength, keyPrefix, nonce, salt } = parameters;
      return {
        parameters: {
          algorithm,
          cost,
          keyLength,
          keyPrefix,
          nonce,
          salt,
          expiresAt,
          data: { purpose },
        },
        signature,
      };
    },

    /**
     * Checks a payload of the widget: base64 of its JSON.
     * @returns what identifies its challenge; undefined unless it is signed, solved, for this purpose
     *   and not expired.
     */
    async check(purpose: ProofOfWorkPurpose, payload: string): Promise<string | undefined> {
      const parsed = payloadSchema.safeParse(jsonOf(payload));
      if (!parsed.success) return undefined;
      const { challenge, solution } = parsed.data;
      if (challenge.parameters.data.purpose !== purpose) return undefined;
      const { verifySolution, deriveKey } = await altcha();
      const { counter, derivedKey } = solution;
      const { verified } = await verifySolution({
        challenge: { ...challenge, parameters: { ...challenge.parameters, data: { purpose } } },
        solution: { counter, derivedKey, time: 0 },
        deriveKey,
        hmacSignatureSecret,
      });
      return verified ? challenge.parameters.nonce : undefined;
    },
  };
}

function jsonOf(payload: string): unknown {
  if (payload.length > MAX_PAYLOAD) return undefined;
  try {
    return JSON.parse(Buffer.from(payload, 'base64').toString('utf8'));
  } catch {
    return undefined;
  }
}

import type { ProofOfWorkPurpose } from '../domains/proofOfWork.limits.ts';
import { AppError } from '../kernel/errors.ts';
import type { Charge } from '../kernel/limitClasses.ts';
import type { LimitsService } from './limits.service.ts';
import { createPuzzles, LIFETIME_SECONDS } from './proofOfWork/puzzles.ts';

interface ProofOfWorkDeps {
  readonly limits: Pick<LimitsService, 'count' | 'peek' | 'claim'>;
  /** What challenges are signed with. */
  readonly secret: string;
}

/** A request that may have to prove its work. */
interface Proof {
  readonly purpose: ProofOfWorkPurpose;
  /** As `ctx.clientAddress`. */
  readonly clientAddress: string | undefined;
  /** The address of the account that a sign-in names. */
  readonly email?: string | undefined;
  /** The payload of ALTCHA's widget. */
  readonly payload: string | undefined;
}

export type ProofOfWorkService = ReturnType<typeof createProofOfWorkService>;

/** Makes guessing passwords cost computing time while many sign-ins fail. */
export function createProofOfWorkService({ limits, secret }: ProofOfWorkDeps) {
  const puzzles = createPuzzles(secret);

  async function refusal(purpose: ProofOfWorkPurpose, message: string): Promise<AppError> {
    const challenge = await puzzles.make(purpose);
    return new AppError('proof_of_work_required', message, { extensions: { challenge } });
  }

  return {
    createChallenge: (purpose: ProofOfWorkPurpose) => puzzles.make(purpose),

    /** Counts a sign-in that failed: for its address, for the account that it names and for the shop. */
    async recordFailure(
      { clientAddress }: { readonly clientAddress?: string },
      email: string,
    ): Promise<void> {
      await limits.count(chargesOf(clientAddress, email));
    },

    /**
     * Lets a request pass unless too many sign-ins have failed lately, from its address, of its account
     * or in the whole shop, and it brings no solution of a challenge.
     * @throws {AppError} proof_of_work_required, with a challenge; service_unavailable while failures
     *   and solutions cannot be counted.
     */
    async require({ purpose, clientAddress, email, payload }: Proof): Promise<void> {
      const counts = await limits.peek(chargesOf(clientAddress, email));
      if (!counts.some(({ isUsedUp }) => isUsedUp)) return;
      if (payload === undefined) {
        throw await refusal(
          purpose,
          'Many sign-ins have failed lately. Solve the challenge, and send the request again with the payload in X-Proof-Of-Work.',
        );
      }
      const solved = await puzzles.check(purpose, payload);
      // Kept for longer than a challenge is valid, whatever the clocks of two machines say.
      const isFirst = solved !== undefined && (await limits.claim(solved, 2 * LIFETIME_SECONDS));
      if (!isFirst) {
        throw await refusal(
          purpose,
          'The proof of work is wrong, expired or used. Solve this challenge instead.',
        );
      }
    },
  };
}

function chargesOf(clientAddress = '', email?: string): Charge[] {
  const name = 'failedSignIns';
  return [
    { class: name, tier: 'address', id: clientAddress },
    ...(email === undefined ? [] : [{ class: name, tier: 'account', id: email } as const]),
    { class: name, tier: 'shop', id: '' },
  ];
}

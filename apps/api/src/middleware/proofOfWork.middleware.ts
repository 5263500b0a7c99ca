import type { Route } from '../kernel/route.ts';
import type { ProofOfWorkService } from '../services/proofOfWork.service.ts';

interface Proof {
  /** As `ctx.clientAddress`. */
  readonly clientAddress: string | undefined;
  /** As it was parsed: a sign-in names its account in one spelling. */
  readonly body: unknown;
  readonly payload: string | undefined;
}

/**
 * Demands a proof of work of a request whose route declares it, while the shop is under attack.
 * @throws {AppError} proof_of_work_required, service_unavailable
 */
export async function requireProofOfWork(
  proofOfWork: Pick<ProofOfWorkService, 'require'>,
  { proofOfWork: purpose }: Pick<Route, 'proofOfWork'>,
  { body, ...proof }: Proof,
): Promise<void> {
  if (purpose === undefined) return;
  const email = purpose === 'sign_in' ? emailIn(body) : undefined;
  await proofOfWork.require({ purpose, email, ...proof });
}

function emailIn(body: unknown): string | undefined {
  const email = typeof body === 'object' && body !== null && 'email' in body && body.email;
  return typeof email === 'string' ? email : undefined;
}

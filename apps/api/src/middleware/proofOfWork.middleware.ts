import type { Request } from 'express';
import type { Route } from '../kernel/route.ts';
import type { ProofOfWorkService } from '../services/proofOfWork.service.ts';

/**
 * Demands a proof of work of a request whose route declares it, while the shop is under attack.
 * @param clientAddress as `ctx.clientAddress`.
 * @throws {AppError} proof_of_work_required, service_unavailable
 */
export async function requireProofOfWork(
  proofOfWork: Pick<ProofOfWorkService, 'require'>,
  { proofOfWork: purpose }: Pick<Route, 'proofOfWork'>,
  req: Request,
  clientAddress: string | undefined,
): Promise<void> {
  if (purpose === undefined) return;
  await proofOfWork.require({ purpose, clientAddress, payload: req.get('x-proof-of-work') });
}

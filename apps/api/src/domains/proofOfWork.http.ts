import type { Container } from '../container.ts';
import { createProofOfWorkController } from '../controllers/proofOfWork.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { proofOfWorkRoutes } from '../routes/proofOfWork.routes.ts';

export const routes = ({ services }: Container) =>
  bindRoutes(proofOfWorkRoutes, createProofOfWorkController(services));

import type { Container } from '../container.ts';
import { createDisputesController } from '../controllers/disputes.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { disputeRoutes } from '../routes/disputes.routes.ts';

export const routes = ({ services }: Container) =>
  bindRoutes(disputeRoutes, createDisputesController(services));

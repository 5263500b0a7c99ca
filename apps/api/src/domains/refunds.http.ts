import type { Container } from '../container.ts';
import { createRefundsController } from '../controllers/refunds.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { refundRoutes } from '../routes/refunds.routes.ts';

export const routes = ({ services }: Container) =>
  bindRoutes(refundRoutes, createRefundsController(services));

import type { Container } from '../container.ts';
import { createPaymentsController } from '../controllers/payments.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { paymentRoutes } from '../routes/payments.routes.ts';

export const routes = ({ services }: Container) =>
  bindRoutes(paymentRoutes, createPaymentsController(services));

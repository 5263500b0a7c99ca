import type { Container } from '../container.ts';
import { createPaymentMethodsController } from '../controllers/paymentMethods.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { paymentMethodRoutes } from '../routes/paymentMethods.routes.ts';

export const routes = ({ services }: Container) =>
  bindRoutes(paymentMethodRoutes, createPaymentMethodsController(services));

import type { Container } from '../container.ts';
import { createCheckoutController } from '../controllers/checkout.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { checkoutRoutes } from '../routes/checkout.routes.ts';

export const routes = ({ services }: Container) =>
  bindRoutes(checkoutRoutes(services.payments.selectable), createCheckoutController(services));

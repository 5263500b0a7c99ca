import type { Container } from '../container.ts';
import { createOrdersController } from '../controllers/orders.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { orderRoutes } from '../routes/orders.routes.ts';

export const routes = ({ services }: Container) =>
  bindRoutes(orderRoutes, createOrdersController(services));

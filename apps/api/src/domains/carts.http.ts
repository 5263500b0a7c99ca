import type { Container } from '../container.ts';
import { createCartsController } from '../controllers/carts.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { cartRoutes } from '../routes/carts.routes.ts';

export const routes = ({ services }: Container) =>
  bindRoutes(cartRoutes, createCartsController(services));

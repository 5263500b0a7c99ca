import type { Container } from '../container.ts';
import { createShopController } from '../controllers/shop.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { shopRoutes } from '../routes/shop.routes.ts';

export const routes = ({ services }: Container) =>
  bindRoutes(shopRoutes, createShopController(services));

import type { Container } from '../container.ts';
import { createProductsController } from '../controllers/products.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { productRoutes } from '../routes/products.routes.ts';

export const routes = ({ config, services }: Container) =>
  bindRoutes(productRoutes, createProductsController({ services, mediaUrl: config.http.mediaUrl }));

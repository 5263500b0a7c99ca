import type { Container } from '../container.ts';
import { createProductImagesController } from '../controllers/productImages.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { productImageRoutes } from '../routes/productImages.routes.ts';

export const routes = ({ config, services }: Container) =>
  bindRoutes(
    productImageRoutes,
    createProductImagesController({ services, mediaUrl: config.http.mediaUrl }),
  );

import type { Container } from '../container.ts';
import { createPreferencesController } from '../controllers/preferences.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { preferenceRoutes } from '../routes/preferences.routes.ts';

export const routes = ({ services, config: { shop, auth } }: Container) =>
  bindRoutes(
    preferenceRoutes,
    createPreferencesController(services, {
      locale: shop.locale,
      stepUpMinutes: auth.stepUpMinutes,
    }),
  );

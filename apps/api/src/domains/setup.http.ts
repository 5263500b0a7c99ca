import type { Container } from '../container.ts';
import { createSetupController } from '../controllers/setup.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { setupRoutes } from '../routes/setup.routes.ts';

export const routes = ({ services }: Container) =>
  bindRoutes(setupRoutes, createSetupController(services));

import type { Container } from '../container.ts';
import { createFactorsController } from '../controllers/factors.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { factorRoutes } from '../routes/factors.routes.ts';

export const routes = ({ config, services }: Container) =>
  bindRoutes(factorRoutes, createFactorsController(services, config.auth.stepUpMinutes * 60));

import type { Container } from '../container.ts';
import { createAuthController } from '../controllers/auth.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { authRoutes } from '../routes/auth.routes.ts';

export const routes = ({ services }: Container) =>
  bindRoutes(authRoutes, createAuthController(services));

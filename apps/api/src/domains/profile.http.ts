import type { Container } from '../container.ts';
import { createProfileController } from '../controllers/profile.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { profileRoutes } from '../routes/profile.routes.ts';

export const routes = ({ services }: Container) =>
  bindRoutes(profileRoutes, createProfileController(services));

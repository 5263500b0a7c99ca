import type { Container } from '../container.ts';
import { createRolesController } from '../controllers/roles.controller.ts';
import { bindRoutes, type Route } from '../kernel/route.ts';
import { roleRoutes } from '../routes/roles.routes.ts';

export const routes = ({ services }: Container, allRoutes: () => readonly Route[]) =>
  bindRoutes(roleRoutes, createRolesController({ ...services, allRoutes }));

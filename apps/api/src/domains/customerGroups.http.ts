import type { Container } from '../container.ts';
import { createCustomerGroupsController } from '../controllers/customerGroups.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { customerGroupRoutes } from '../routes/customerGroups.routes.ts';

export const routes = ({ services }: Container) =>
  bindRoutes(customerGroupRoutes, createCustomerGroupsController(services));

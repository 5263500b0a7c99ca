import type { Container } from '../container.ts';
import { createCustomersController } from '../controllers/customers.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { customerRoutes } from '../routes/customers.routes.ts';

export const routes = ({ services }: Container) =>
  bindRoutes(customerRoutes, createCustomersController(services));

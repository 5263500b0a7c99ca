import type { Container } from '../container.ts';
import { createCreditController } from '../controllers/credit.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { creditRoutes } from '../routes/credit.routes.ts';

export const routes = ({ services }: Container) =>
  bindRoutes(creditRoutes, createCreditController(services));

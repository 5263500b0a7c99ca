import type { Container } from '../container.ts';
import { createCompaniesController } from '../controllers/companies.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { companyRoutes } from '../routes/companies.routes.ts';

export const routes = ({ services }: Container) =>
  bindRoutes(companyRoutes, createCompaniesController(services));

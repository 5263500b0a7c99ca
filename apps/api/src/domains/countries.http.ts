import type { Container } from '../container.ts';
import { createCountriesController } from '../controllers/countries.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { countryRoutes } from '../routes/countries.routes.ts';

export const routes = ({ services }: Container) =>
  bindRoutes(countryRoutes, createCountriesController(services));

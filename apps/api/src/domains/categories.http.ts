import type { Container } from '../container.ts';
import { createCategoriesController } from '../controllers/categories.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { categoryRoutes } from '../routes/categories.routes.ts';

export const routes = ({ services }: Container) =>
  bindRoutes(categoryRoutes, createCategoriesController(services));

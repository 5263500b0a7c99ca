import type { Container } from '../container.ts';
import { createImportsController } from '../controllers/imports.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { importRoutes } from '../routes/imports.routes.ts';

export const routes = ({ services }: Container) =>
  bindRoutes(importRoutes, createImportsController(services));

import type { Container } from '../container.ts';
import { createConsentsController } from '../controllers/consents.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { consentRoutes } from '../routes/consents.routes.ts';

export const routes = ({ services }: Container) =>
  bindRoutes(consentRoutes, createConsentsController(services));

import type { Container } from '../container.ts';
import { createApiKeysController } from '../controllers/apiKeys.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { apiKeyRoutes } from '../routes/apiKeys.routes.ts';

export const routes = ({ services }: Container) =>
  bindRoutes(apiKeyRoutes, createApiKeysController(services));

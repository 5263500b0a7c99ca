import { createRootController } from '../controllers/root.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { DOCUMENT_VERSION } from '../openapi/version.ts';
import { API_BASE } from '../routes/base.ts';
import { rootRoutes } from '../routes/root.routes.ts';

export const routes = () =>
  bindRoutes(rootRoutes, createRootController({ base: API_BASE, version: DOCUMENT_VERSION }));

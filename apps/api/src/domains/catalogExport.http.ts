import type { Container } from '../container.ts';
import { createCatalogExportController } from '../controllers/catalogExport.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { catalogExportRoutes } from '../routes/catalogExport.routes.ts';

export const routes = ({ config, services }: Container) =>
  bindRoutes(
    catalogExportRoutes,
    createCatalogExportController({ services, mediaUrl: config.http.mediaUrl }),
  );

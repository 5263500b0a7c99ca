import type { Container } from '../container.ts';
import { createDataRequestsController } from '../controllers/dataRequests.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { DOWNLOADS } from '../routes/base.ts';
import { dataRequestRoutes } from '../routes/dataRequests.routes.ts';

export const routes = ({ services, config }: Container) =>
  bindRoutes(
    dataRequestRoutes,
    createDataRequestsController({
      ...services,
      downloads: `${config.http.publicUrl}${DOWNLOADS}`,
    }),
  );

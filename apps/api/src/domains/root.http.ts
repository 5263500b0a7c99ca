import type { Container } from '../container.ts';
import { createRootController } from '../controllers/root.controller.ts';
import { bindRoutes, type Route } from '../kernel/route.ts';
import { DOCUMENT_VERSION } from '../openapi/version.ts';
import { rootRoutes } from '../routes/root.routes.ts';
import { rootLinks } from '../routes/rootLinks.ts';

export const routes = (_container: Container, all: () => readonly Route[]) =>
  bindRoutes(
    rootRoutes,
    createRootController({ version: DOCUMENT_VERSION, readLinks: () => rootLinks(all()) }),
  );

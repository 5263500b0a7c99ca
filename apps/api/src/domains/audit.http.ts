import type { Container } from '../container.ts';
import { createAuditController } from '../controllers/audit.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { auditRoutes } from '../routes/audit.routes.ts';

export const routes = ({ services }: Container) =>
  bindRoutes(auditRoutes, createAuditController(services));

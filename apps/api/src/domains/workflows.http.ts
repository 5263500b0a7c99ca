import type { Container } from '../container.ts';
import { createWorkflowsController } from '../controllers/workflows.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { workflowRoutes } from '../routes/workflows.routes.ts';

export const routes = ({ services }: Container) =>
  bindRoutes(workflowRoutes, createWorkflowsController(services));

import type { Container } from '../container.ts';
import { createJobsController } from '../controllers/jobs.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { jobRoutes } from '../routes/jobs.routes.ts';

export const routes = ({ services }: Container) =>
  bindRoutes(jobRoutes, createJobsController(services));

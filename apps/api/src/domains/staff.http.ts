import type { Container } from '../container.ts';
import { createStaffController } from '../controllers/staff.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { staffRoutes } from '../routes/staff.routes.ts';

export const routes = ({ services }: Container) =>
  bindRoutes(staffRoutes, createStaffController(services));

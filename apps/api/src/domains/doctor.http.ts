import type { Container } from '../container.ts';
import { createDoctorController } from '../controllers/doctor.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { doctorRoutes } from '../routes/doctor.routes.ts';

export const routes = ({ services }: Container) =>
  bindRoutes(doctorRoutes, createDoctorController(services));

import type { Container } from '../container.ts';
import { createMachineClientsController } from '../controllers/machineClients.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { machineClientRoutes } from '../routes/machineClients.routes.ts';

export const routes = ({ services }: Container) =>
  bindRoutes(machineClientRoutes, createMachineClientsController(services));

import type { Container } from '../container.ts';
import { createInvitationsController } from '../controllers/invitations.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { invitationRoutes } from '../routes/invitations.routes.ts';

export const routes = ({ services }: Container) =>
  bindRoutes(invitationRoutes, createInvitationsController(services));

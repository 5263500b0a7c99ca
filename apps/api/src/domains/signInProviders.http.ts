import type { Container } from '../container.ts';
import { createSignInProvidersController } from '../controllers/signInProviders.controller.ts';
import { bindRoutes } from '../kernel/route.ts';
import { signInProviderRoutes } from '../routes/signInProviders.routes.ts';

export const routes = ({ services }: Container) =>
  bindRoutes(signInProviderRoutes, createSignInProvidersController(services));

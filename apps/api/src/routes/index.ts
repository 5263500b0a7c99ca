import type { Container } from '../container.ts';
import { wiring } from '../domains/wiring.ts';
import type { Route } from '../kernel/route.ts';

const loads = wiring.flatMap((domain) => domain.http ?? []);
const modules = await Promise.all(loads.map((load) => load()));

/** Every route under /api/v1, in the order of the domains. */
export function apiRoutes(container: Container): Route[] {
  const routes: Route[] = modules.flatMap((module) => module.routes(container, () => routes));
  return routes;
}

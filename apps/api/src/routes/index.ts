import type { Container } from '../container.ts';
import { wiring } from '../domains/wiring.ts';
import type { Route } from '../kernel/route.ts';

const modules = await Promise.all(wiring.map((domain) => domain.http?.()));

/** Every route under /api/v1, in the order of the domains. */
export function apiRoutes(container: Container): Route[] {
  return modules.flatMap((module) => module?.routes(container) ?? []);
}

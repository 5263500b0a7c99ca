import type { Handlers } from '../kernel/route.ts';
import type { setupRoutes } from '../routes/setup.routes.ts';
import type { SetupService } from '../services/setup.service.ts';
import { ok } from '../utils/response.ts';

interface Services {
  setup: SetupService;
}

export function createSetupController({ setup }: Services): Handlers<typeof setupRoutes> {
  return {
    async getSetup(ctx) {
      return ok(await setup.review(ctx));
    },
  };
}

import type { Handlers } from '../kernel/route.ts';
import { presentSetup } from '../presenters/setup.presenter.ts';
import type { setupRoutes } from '../routes/setup.routes.ts';
import type { SetupService } from '../services/setup.service.ts';
import { ok } from '../utils/response.ts';

interface Services {
  setup: SetupService;
}

export function createSetupController({ setup }: Services): Handlers<typeof setupRoutes> {
  return {
    async getSetup(ctx) {
      return ok(presentSetup(await setup.review(ctx)));
    },
  };
}

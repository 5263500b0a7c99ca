import type { SetupService } from '../services/setup.service.ts';
import { ok, type Reply } from '../utils/reply.ts';
import type { RequestContext } from '../utils/route.ts';

export type SetupController = ReturnType<typeof createSetupController>;

export function createSetupController({ setup }: { setup: SetupService }) {
  return {
    async review(ctx: RequestContext): Promise<Reply> {
      return ok(await setup.review(ctx));
    },
  };
}

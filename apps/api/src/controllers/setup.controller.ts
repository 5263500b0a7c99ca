import type { SetupService } from '../services/setup.service.ts';
import { ok, type Reply } from '../kernel/reply.ts';
import type { RequestContext } from '../kernel/route.ts';

export type SetupController = ReturnType<typeof createSetupController>;

export function createSetupController({ setup }: { setup: SetupService }) {
  return {
    async review(ctx: RequestContext): Promise<Reply> {
      return ok(await setup.review(ctx));
    },
  };
}

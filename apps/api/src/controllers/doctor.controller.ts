import type { DoctorService } from '../services/doctor.service.ts';
import { ok, type Reply } from '../kernel/reply.ts';
import type { RequestContext } from '../kernel/route.ts';

/** Somebody waits for the answer, and a connection is busy until it is there. */
const TIME_LIMIT_MS = 5000;

export type DoctorController = ReturnType<typeof createDoctorController>;

export function createDoctorController({ doctor }: { doctor: DoctorService }) {
  return {
    async examine(ctx: RequestContext): Promise<Reply> {
      return ok(await doctor.examine(ctx, { cheapOnly: true, timeLimitMs: TIME_LIMIT_MS }));
    },
  };
}

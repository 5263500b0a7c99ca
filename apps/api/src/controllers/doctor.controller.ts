import type { Handlers } from '../kernel/route.ts';
import { presentDiagnosis } from '../presenters/doctor.presenter.ts';
import type { doctorRoutes } from '../routes/doctor.routes.ts';
import type { DoctorService } from '../services/doctor.service.ts';
import { ok } from '../utils/response.ts';

/** A client waits for the answer, and a connection is busy until it is there. */
const TIME_LIMIT_MS = 5000;

interface Services {
  doctor: DoctorService;
}

export function createDoctorController({ doctor }: Services): Handlers<typeof doctorRoutes> {
  return {
    async runDoctor(ctx) {
      const limits = { cheapOnly: true, timeLimitMs: TIME_LIMIT_MS };
      return ok(presentDiagnosis(await doctor.examine(ctx, limits)));
    },
  };
}

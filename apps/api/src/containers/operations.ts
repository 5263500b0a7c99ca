import { demo } from '../config/demo.ts';
import type { Config } from '../config/index.ts';
import { createDoctorService } from '../services/doctor.service.ts';
import { createJobsService } from '../services/jobs.service.ts';
import { createSetupService } from '../services/setup.service.ts';
import type { Platform } from './platform.ts';
import type { Providers } from './providers.ts';

/** For those who run the shop. */
export function createOperations(
  config: Config,
  { services: { audit, storage } }: Platform,
  providers: Providers,
) {
  return {
    doctor: createDoctorService({ audit, storage }),
    jobs: createJobsService({ audit, cursorSecret: config.cursorSecret }),
    setup: createSetupService({ ...config, demo }, providers),
  };
}

import { createAuditService } from '../../src/services/audit.service.ts';
import { createDoctorService } from '../../src/services/doctor.service.ts';

/** Examines and repairs any database. */
export const doctor = createDoctorService({ audit: createAuditService() });

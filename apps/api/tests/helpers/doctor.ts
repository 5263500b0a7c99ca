import { demo } from '../../src/config/demo.ts';
import { createAuditService } from '../../src/services/audit.service.ts';
import { createDoctorService } from '../../src/services/doctor.service.ts';

/** Seals the audit log of any test's shop, and verifies it. */
export const audit = createAuditService({
  cursorSecret: demo.cursorSecret,
  signingSecrets: [demo.auditSecret],
});

/** Examines and repairs any database. It knows no storage. */
export const doctor = createDoctorService({
  audit,
  storage: { head: () => Promise.reject(new Error('There is no storage here')) },
});

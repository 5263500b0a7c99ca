import { defineRoutes } from '../kernel/route.ts';
import { diagnosisSchema } from '../validators/doctor.validator.ts';

export const doctorRoutes = defineRoutes({
  runDoctor: {
    method: 'get',
    path: '/admin/doctor',
    summary: "Check the shop's invariants",
    description:
      'Runs the quick checks of `npm run doctor` on one read-only snapshot. Checks that do not finish within five seconds are `skipped`.',
    tag: 'Operations',
    permission: 'doctor:run',
    cache: 'private',
    request: {},
    responses: { 200: { description: 'The findings, good and bad.', schema: diagnosisSchema } },
    errors: [],
  },
});

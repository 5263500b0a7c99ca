import { defineRoutes } from '../kernel/route.ts';
import { diagnosisSchema } from '../validators/doctor.validator.ts';

export const doctorRoutes = defineRoutes({
  runDoctor: {
    method: 'get',
    path: '/admin/doctor',
    summary: "Check the shop's promises",
    description:
      'Makes the quick part of the checks that `npm run doctor` makes, on one snapshot that writes nothing. What five seconds do not suffice for is `skipped`.',
    tag: 'Operations',
    permission: 'doctor:run',
    cache: 'private',
    request: {},
    responses: { 200: { description: 'What was found, good or bad.', schema: diagnosisSchema } },
    errors: [],
  },
});

import type { DoctorController } from '../controllers/doctor.controller.ts';
import { defineRoute, type Route } from '../kernel/route.ts';
import { diagnosisSchema } from '../validators/doctor.validator.ts';

export function doctorRoutes(controller: DoctorController): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/admin/doctor',
      operationId: 'runDoctor',
      summary: "Check the shop's promises",
      description:
        'Makes the quick part of the checks that `npm run doctor` makes, on one snapshot that writes nothing. What five seconds do not suffice for is `skipped`.',
      tag: 'Operations',
      permission: 'doctor:run',
      cache: 'private',
      request: {},
      responses: { 200: { description: 'What was found, good or bad.', schema: diagnosisSchema } },
      errors: [],
      handler: (_input, ctx) => controller.examine(ctx),
    }),
  ];
}

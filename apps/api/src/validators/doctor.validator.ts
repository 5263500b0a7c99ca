import { z } from 'zod';
import { findingStates } from '../domains/doctor.enums.ts';

const offenderSchema = z
  .object({
    id: z
      .string()
      .meta({ description: 'The id of what is wrong: an order, a payment, "variant@location" …' }),
    wrong: z.string().meta({ description: 'What is wrong with it.' }),
  })
  .meta({ id: 'DoctorOffender' });

const findingSchema = z
  .object({
    id: z.string().meta({ description: 'The name of the check.', example: 'S2b' }),
    title: z.string().meta({ description: 'The invariant.' }),
    state: z.enum(findingStates).meta({
      description:
        '`waiting`: nothing is wrong, and staff have something to do. `skipped`: the time ran out before this check.',
    }),
    examined: z.int().meta({ description: 'The number of examined rows.' }),
    broken: z.int().meta({ description: 'The number of rows that break it.' }),
    offenders: z.array(offenderSchema).meta({ description: 'The first of these rows.' }),
    fixable: z.boolean().meta({ description: 'Whether `npm run doctor -- --fix` can repair it.' }),
    durationMs: z.number(),
  })
  .meta({ id: 'DoctorFinding', description: 'The result of one check.' });

export const diagnosisSchema = z
  .object({
    healthy: z.boolean().meta({
      description: 'Whether every check ran and found nothing, other than what waits for staff.',
    }),
    findings: z.array(findingSchema),
    durationMs: z.number(),
  })
  .meta({
    id: 'Diagnosis',
    description: 'The results of the doctor on one snapshot of the database.',
  });

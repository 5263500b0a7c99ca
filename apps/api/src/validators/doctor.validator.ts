import { z } from 'zod';

const offenderSchema = z
  .object({
    id: z
      .string()
      .meta({ description: 'What is broken: an order, a payment, "variant@location" …' }),
    wrong: z.string().meta({ description: 'What is the matter with it, in words.' }),
  })
  .meta({ id: 'DoctorOffender' });

const findingSchema = z
  .object({
    id: z.string().meta({ description: 'The name of the check.', example: 'S2b' }),
    title: z.string().meta({ description: 'What is to hold.' }),
    state: z.enum(['ok', 'waiting', 'broken', 'skipped']).meta({
      description:
        '`waiting`: nothing is wrong, and staff have something to do. `skipped` when the time was up before it was made.',
    }),
    examined: z.int().meta({ description: 'Rows that were looked at.' }),
    broken: z.int().meta({ description: 'Rows that break it.' }),
    offenders: z.array(offenderSchema).meta({ description: 'The first of them.' }),
    fixable: z
      .boolean()
      .meta({ description: 'Whether `npm run doctor -- --fix` can put it right.' }),
    durationMs: z.number(),
  })
  .meta({ id: 'DoctorFinding', description: 'What one check found.' });

export const diagnosisSchema = z
  .object({
    healthy: z.boolean().meta({
      description: 'Every check was made, and none found anything but what waits for staff.',
    }),
    findings: z.array(findingSchema),
    durationMs: z.number(),
  })
  .meta({
    id: 'Diagnosis',
    description: 'What the doctor found, on one snapshot of the database.',
  });

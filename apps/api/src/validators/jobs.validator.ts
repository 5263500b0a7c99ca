import { z } from 'zod';
import { jobStates } from '../domains/jobs.enums.ts';
import { cursorSchema, limitSchema, timestampSchema } from './shared.validator.ts';

const jobStateSchema = z.enum(jobStates).meta({
  description:
    '`waiting` for a worker; `scheduled` for later; `running`; `failing`: the last attempt failed and another one follows; `dead`: all attempts have failed.',
});

export const jobParamsSchema = z.object({
  jobId: z
    .string()
    .regex(/^[1-9]\d{0,17}$/, 'must be the number of a job')
    .meta({ example: '4711' }),
});

export const jobListQuerySchema = z.strictObject({
  state: jobStateSchema.optional(),
  name: z.string().min(1).max(100).optional().meta({ example: 'payments.refund' }),
  limit: limitSchema,
  cursor: cursorSchema.optional(),
});

export const jobSchema = z
  .object({
    id: z.string(),
    name: z.string().meta({ example: 'payments.refund' }),
    state: jobStateSchema,
    payload: z.unknown().meta({
      description: 'The input of the job: ids. Secrets and names in e-mail addresses are masked.',
    }),
    attempts: z.int(),
    maxAttempts: z.int(),
    lastError: z.string().nullable(),
    runAt: timestampSchema,
    createdAt: timestampSchema,
    updatedAt: timestampSchema,
  })
  .meta({ id: 'Job', description: 'A job of the queue. Finished jobs are not kept.' });

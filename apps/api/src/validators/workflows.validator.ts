import { z } from 'zod';
import { stepStates, workflowKinds, workflowStates } from '../domains/workflows.enums.ts';
import { cursorSchema, idSchema, limitSchema, timestampSchema } from './shared.validator.ts';

const workflowKindSchema = z.enum(workflowKinds);

export const workflowParamsSchema = z.object({ workflowId: idSchema('workflow') });

export const workflowListQuerySchema = z.strictObject({
  state: z
    .enum([...workflowStates, 'in_progress', 'stuck', 'failed'])
    .optional()
    .meta({
      description:
        'One of the states, or `in_progress` (running or waiting), `stuck` (those of them that are past their deadline), `failed` (needs_person).',
    }),
  kind: workflowKindSchema.optional(),
  subject: z.string().min(1).max(64).optional().meta({
    description: "The order's or the refund's id.",
  }),
  limit: limitSchema,
  cursor: cursorSchema.optional(),
});

const stepSchema = z
  .object({
    name: z.string().meta({ example: 'authorize' }),
    state: z.enum(stepStates),
    attempts: z.int().meta({ description: 'How often it was looked after in vain.' }),
    error: z.string().nullable(),
    startedAt: timestampSchema,
    finishedAt: timestampSchema.nullable(),
  })
  .meta({ id: 'WorkflowStep' });

export const workflowSchema = z
  .object({
    id: idSchema('workflow'),
    kind: workflowKindSchema,
    subjectId: z.string().meta({ description: "The order's or the refund's id." }),
    state: z.enum(workflowStates).meta({
      description:
        '`running`: the shop is to act. `waiting`: somebody else is, a payer or a bank. `compensated`: what was done has been taken back. `needs_person`: the shop has given up. `abandoned`: a person has.',
    }),
    step: z.string().meta({ example: 'authorize' }),
    attempts: z.int(),
    deadlineAt: timestampSchema.nullable().meta({
      description: 'When the shop looks after it unless it has moved; null: it has all the time.',
    }),
    lastError: z.string().nullable(),
    createdAt: timestampSchema,
    updatedAt: timestampSchema,
    steps: z.array(stepSchema),
  })
  .meta({ id: 'Workflow', description: 'How far a checkout or a refund is.' });

export type WorkflowParams = z.output<typeof workflowParamsSchema>;
export type WorkflowListQuery = z.output<typeof workflowListQuerySchema>;

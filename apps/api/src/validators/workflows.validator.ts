import { z } from 'zod';
import {
  stepStates,
  workflowFilters,
  workflowKinds,
  workflowStates,
} from '../domains/workflows.enums.ts';
import { cursorSchema, idSchema, limitSchema, timestampSchema } from './shared.validator.ts';

const workflowKindSchema = z.enum(workflowKinds);

export const workflowParamsSchema = z.object({ workflowId: idSchema('workflow') });

export const workflowListQuerySchema = z.strictObject({
  state: z.enum(workflowFilters).optional().meta({
    description:
      'A state, or `in_progress` (running or waiting), `stuck` (in progress and past its deadline), `failed` (needs_person).',
  }),
  kind: workflowKindSchema.optional(),
  subject: z.string().min(1).max(64).optional().meta({
    description: 'The id of the order or the refund.',
  }),
  limit: limitSchema,
  cursor: cursorSchema.optional(),
});

const stepSchema = z
  .object({
    name: z.string().meta({ example: 'authorize' }),
    state: z.enum(stepStates),
    attempts: z.int().meta({ description: 'The number of failed attempts on this step.' }),
    error: z.string().nullable(),
    startedAt: timestampSchema,
    finishedAt: timestampSchema.nullable(),
  })
  .meta({ id: 'WorkflowStep' });

export const workflowSchema = z
  .object({
    id: idSchema('workflow'),
    kind: workflowKindSchema,
    subjectId: z.string().meta({ description: 'The id of the order or the refund.' }),
    state: z.enum(workflowStates).meta({
      description:
        '`running`: the shop must act. `waiting`: a payer or a bank must act. `compensated`: its effects were undone. `needs_person`: the shop has stopped trying, and staff must decide. `abandoned`: staff have stopped it.',
    }),
    step: z.string().meta({ example: 'authorize' }),
    attempts: z.int(),
    deadlineAt: timestampSchema.nullable().meta({
      description:
        'When the shop resumes the workflow unless it moves before; null when it may wait indefinitely.',
    }),
    lastError: z.string().nullable(),
    createdAt: timestampSchema,
    updatedAt: timestampSchema,
    steps: z.array(stepSchema),
  })
  .meta({ id: 'Workflow', description: 'The progress of a checkout or a refund.' });

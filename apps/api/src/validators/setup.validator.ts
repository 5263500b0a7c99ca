import { z } from 'zod';
import { setupStepStates } from '../domains/setup.enums.ts';

const stepSchema = z
  .object({
    id: z.string().meta({
      description: 'Unique. Payment providers add steps, so a client must expect unknown ones.',
      example: 'shippingZone',
    }),
    title: z.string().meta({ description: 'What the shop needs.' }),
    state: z.enum(setupStepStates).meta({
      description:
        '`missing`: the shop cannot sell, or sells incorrectly, without it. `advice`: recommended.',
    }),
    message: z.string().meta({ description: 'The current state.' }),
    next: z.string().nullable().meta({ description: 'What to do next; null when it is done.' }),
  })
  .meta({ id: 'SetupStep' });

export const setupSchema = z
  .object({
    ready: z.boolean().meta({ description: 'Whether nothing is missing.' }),
    steps: z.array(stepSchema),
  })
  .meta({ id: 'Setup', description: 'The checklist for the first real sale.' });

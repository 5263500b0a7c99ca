import { z } from 'zod';
import { errorCatalog, type ErrorCode } from '../kernel/errors.ts';

const codes = Object.keys(errorCatalog) as [ErrorCode, ...ErrorCode[]];

/** Every answer that is not a success (RFC 9457). Some codes bring further members, such as the cart as it is now. */
export const problemSchema = z
  .looseObject({
    type: z.string().meta({ description: 'Where the code is explained.' }),
    title: z.string().meta({ description: 'What kind of problem it is.' }),
    status: z.int().meta({ description: 'The HTTP status.' }),
    detail: z.string().meta({ description: 'What is wrong with this request.' }),
    instance: z.string().meta({ description: 'The path that was asked for.' }),
    code: z.enum(codes).meta({ description: 'Stable; made for programs.' }),
    requestId: z.string().meta({ description: "Finds the request in the shop's log." }),
    errors: z
      .array(
        z.object({
          path: z.string().meta({ description: 'Where, such as `items.0.quantity`.' }),
          code: z.string().meta({ description: 'What kind.' }),
          message: z.string().meta({ description: 'In words.' }),
        }),
      )
      .meta({ description: 'What is wrong, at once: the first fifty things.' }),
    errorCount: z
      .int()
      .optional()
      .meta({ description: 'How much is wrong, when that is more than `errors` names.' }),
  })
  .meta({ id: 'Problem', description: 'An error (RFC 9457).' });

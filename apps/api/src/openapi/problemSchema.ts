import { z } from 'zod';
import { errorCatalog, type ErrorCode } from '../kernel/errors.ts';

const codes = Object.keys(errorCatalog) as [ErrorCode, ...ErrorCode[]];

/** Every error answer (RFC 9457). Some codes add members, such as the current cart. */
export const problemSchema = z
  .looseObject({
    type: z.string().meta({ description: 'Link to the documentation of the code.' }),
    title: z.string().meta({ description: 'The kind of problem.' }),
    status: z.int().meta({ description: 'The HTTP status.' }),
    detail: z.string().meta({ description: 'What is wrong with this request.' }),
    instance: z.string().meta({ description: 'The path of the request.' }),
    code: z.enum(codes).meta({ description: 'A stable identifier, for programs.' }),
    requestId: z.string().meta({ description: "Identifies the request in the shop's log." }),
    errors: z
      .array(
        z.object({
          path: z.string().meta({ description: 'Where, such as `items.0.quantity`.' }),
          code: z.string().meta({ description: 'What kind.' }),
          message: z.string().meta({ description: 'In words.' }),
        }),
      )
      .meta({ description: 'Every invalid field, up to fifty.' }),
    errorCount: z
      .int()
      .optional()
      .meta({ description: 'The number of invalid fields, when it exceeds `errors`.' }),
  })
  .meta({ id: 'Problem', description: 'An error (RFC 9457).' });

import { z } from 'zod';
import {
  dataRequestKinds,
  dataRequestStates,
  erasureBlockers,
} from '../domains/dataRequests.enums.ts';
import {
  cursorSchema,
  idSchema,
  limitSchema,
  reasonSchema,
  timestampSchema,
} from './shared.validator.ts';

export const dataRequestParamsSchema = z.object({ requestId: idSchema('dataRequest') });
export const dataRequestCustomerParamsSchema = z.object({ customerId: idSchema('customer') });

export const dataRequestListQuerySchema = z.strictObject({
  kind: z.enum(dataRequestKinds).optional(),
  state: z.enum(dataRequestStates).optional(),
  limit: limitSchema,
  cursor: cursorSchema.optional(),
});

const forfeitSchema = z.boolean().default(false).meta({
  description: 'Whether store credit that is left may be lost. Otherwise it blocks the erasure.',
});

export const erasureBodySchema = z.strictObject({
  confirm: z.literal(true).meta({ description: 'An erasure cannot be taken back.' }),
  forfeitCredit: forfeitSchema,
});
export const staffErasureBodySchema = z.strictObject({
  forfeitCredit: forfeitSchema,
  assumeShipped: z.boolean().default(false).meta({
    description:
      'Whether the goods of paid orders have left, though the shop has no record of it. Otherwise such orders block the erasure.',
  }),
  reason: reasonSchema,
});

export const openExportBodySchema = z.strictObject({
  token: z.string().min(1).max(200).meta({ description: 'From the link of the mail.' }),
});

export const downloadSchema = z
  .object({
    url: z.url().meta({
      description: 'A GET of it returns the zip, without further headers. It works for minutes.',
      example: 'https://shop.example.com/downloads/data-exports/dxd_4kzQ7Tn2Wb',
    }),
    expiresAt: timestampSchema,
  })
  .meta({ id: 'DataDownload', description: 'Where to fetch a data export.' });

export const dataRequestSchema = z
  .object({
    id: idSchema('dataRequest'),
    kind: z.enum(dataRequestKinds),
    customerId: idSchema('customer'),
    state: z.enum(dataRequestStates).meta({
      description:
        '`refused`: something stood in the way of an erasure by the time it ran. `expired`: the file of an export is deleted.',
    }),
    requestedBy: z.string().meta({ description: '`customer`, or a member of staff.' }),
    blockers: z
      .array(z.enum(erasureBlockers))
      .meta({ description: 'Why an erasure was refused by the time it ran.' }),
    bytes: z.int().nullable().meta({ description: "The size of an export's file." }),
    createdAt: timestampSchema,
    finishedAt: timestampSchema.nullable(),
    expiresAt: timestampSchema
      .nullable()
      .meta({ description: 'When the file of an export is deleted.' }),
  })
  .meta({ id: 'DataRequest', description: "A request for a customer's data, or its erasure." });

export const ownDataRequestSchema = dataRequestSchema
  .extend({ download: downloadSchema.nullable() })
  .meta({ id: 'OwnDataRequest' });

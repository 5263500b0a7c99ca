import { z } from 'zod';
import {
  addressInputSchema,
  addressSchema,
  emailSchema,
  idSchema,
  localeSchema,
  nameSchema,
  timestampSchema,
} from './shared.validator.ts';

export const addressParamsSchema = z.object({ addressId: idSchema('customerAddress') });

export const profilePatchSchema = z.strictObject({
  firstName: nameSchema.nullable().optional(),
  lastName: nameSchema.nullable().optional(),
  locale: localeSchema.nullable().optional().meta({
    description: 'Language and region of mails (BCP 47); null: the shop’s own.',
    example: 'de-DE',
  }),
});

export const profileSchema = z
  .object({
    id: idSchema('customer'),
    email: emailSchema,
    emailVerified: z.boolean().meta({
      description:
        'Whether the customer has proved the address, with the link that was sent to it.',
    }),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    locale: z.string().nullable(),
    groups: z
      .array(z.object({ id: idSchema('customerGroup'), name: z.string() }))
      .meta({ description: 'The customer groups that you are in.' }),
    createdAt: timestampSchema,
  })
  .meta({ id: 'Profile', description: 'The signed-in customer.' });

const defaults = {
  isDefaultShipping: z.boolean().optional().meta({
    description:
      'Whether it is the default shipping address. One is: the earlier one ceases to be.',
  }),
  isDefaultBilling: z.boolean().optional().meta({
    description: 'Whether it is the default billing address. One is: the earlier one ceases to be.',
  }),
};

export const newAddressSchema = z.strictObject({ address: addressInputSchema, ...defaults });

export const addressPatchSchema = z.strictObject({
  address: addressInputSchema.optional().meta({ description: 'The whole address.' }),
  ...defaults,
});

export const savedAddressSchema = z
  .object({
    id: idSchema('customerAddress'),
    address: addressSchema,
    isDefaultShipping: z.boolean(),
    isDefaultBilling: z.boolean(),
    createdAt: timestampSchema,
    updatedAt: timestampSchema,
  })
  .meta({
    id: 'SavedAddress',
    description:
      'An entry of an address book. Send its `address` with a cart; orders keep a copy, so that a change here changes no order.',
  });

import { z } from 'zod';
import { MAX_QUANTITY } from '../domains/carts.limits.ts';
import { companyRoles, exemptionReasons, vatStatuses } from '../domains/companies.enums.ts';
import { MAX_QUANTITY_RULES, MAX_TERMS_DAYS } from '../domains/companies.limits.ts';
import {
  addressInputSchema,
  addressSchema,
  countrySchema,
  currencySchema,
  cursorSchema,
  idSchema,
  limitSchema,
  lineSchema,
  moneySchema,
  textSchema,
  timestampSchema,
} from './shared.validator.ts';

export const companyParamsSchema = z.object({ companyId: idSchema('company') });
export const companyLocationParamsSchema = companyParamsSchema.extend({
  locationId: idSchema('companyLocation'),
});
export const companyMemberParamsSchema = companyParamsSchema.extend({
  customerId: idSchema('customer'),
});

export const companyListQuerySchema = z.strictObject({
  name: lineSchema(200).optional().meta({ description: 'A part of the name.' }),
  limit: limitSchema,
  cursor: cursorSchema.optional(),
});

const companyNameSchema = lineSchema(200).meta({ example: 'Ottakar GmbH' });
const noteSchema = textSchema(5000, 0).meta({ description: 'Of staff; members do not see it.' });

export const newCompanySchema = z.strictObject({
  name: companyNameSchema,
  note: noteSchema.default(''),
});

export const companyPatchSchema = z.strictObject({
  name: companyNameSchema.optional(),
  note: noteSchema.optional(),
});

const reasonOfExemptionSchema = z.enum(exemptionReasons).meta({
  description:
    '`reverse_charge` holds for a location with a VAT id, and outside of the shop’s own country.',
});

/** Where, until when and by what someone is exempt from tax: of a location, and of a customer. */
export const exemptionMembers = {
  certificate: lineSchema(200).nullable().default(null).meta({
    description: 'The number of the certificate, or where it is kept.',
  }),
  country: countrySchema.nullable().default(null).meta({
    description: 'Where it holds; null: everywhere.',
  }),
  region: lineSchema(100).nullable().default(null).meta({
    description: 'The part of the ISO 3166-2 code after the hyphen; null: in the whole country.',
    example: 'CA',
  }),
  validUntil: z.iso.date().nullable().default(null).meta({
    description: 'Its last day, in UTC; null: without an end.',
    example: '2027-12-31',
  }),
};

const exemptionInputSchema = z.strictObject({
  reason: reasonOfExemptionSchema,
  ...exemptionMembers,
});

const vatIdSchema = lineSchema(20).meta({
  description:
    'VAT id of the EU or the United Kingdom, with the prefix of its country. A job has the registry verify it.',
  example: 'ATU13585627',
});

const termsSchema = z.int().min(0).max(MAX_TERMS_DAYS).meta({
  description: 'Days in which an order that is paid by hand is due.',
  example: 30,
});

const locationParts = {
  shippingAddress: addressInputSchema.nullable().optional(),
  billingAddress: addressInputSchema.nullable().optional(),
  vatId: vatIdSchema.nullable().optional(),
  exemption: exemptionInputSchema.nullable().optional().meta({
    description: 'Why the location pays no tax; null: it pays.',
  }),
  paymentTermsDays: termsSchema.nullable().optional(),
};

export const newLocationSchema = z.strictObject({ name: lineSchema(200), ...locationParts });
export const locationPatchSchema = z.strictObject({
  name: lineSchema(200).optional(),
  ...locationParts,
});

export const memberInputSchema = z.strictObject({
  role: z.enum(companyRoles),
  orderLimit: z
    .strictObject({ amount: z.int().min(0), currency: currencySchema })
    .nullable()
    .default(null)
    .meta({
      description:
        'The most that an order may come to without approval; null: no limit. An order in another currency needs approval.',
    }),
});

const quantityRuleInputSchema = z.strictObject({
  variantId: idSchema('variant'),
  locationId: idSchema('companyLocation').nullable().default(null).meta({
    description: 'Null: for all locations that have no separate rule.',
  }),
  minimum: z.int().min(1).max(MAX_QUANTITY).meta({ example: 10 }),
  step: z.int().min(1).max(MAX_QUANTITY).default(1).meta({ example: 5 }),
});

export const quantityRulesInputSchema = z.strictObject({
  rules: z
    .array(quantityRuleInputSchema)
    .max(MAX_QUANTITY_RULES)
    .superRefine((rules, check) => {
      const seen = new Set<string>();
      for (const [index, { variantId, locationId }] of rules.entries()) {
        const key = `${variantId} ${locationId ?? ''}`;
        const message = 'is already in the list for this location';
        if (seen.has(key)) check.addIssue({ code: 'custom', path: [index, 'variantId'], message });
        seen.add(key);
      }
    }),
});

const companyLocationSchema = z
  .object({
    id: idSchema('companyLocation'),
    name: z.string(),
    shippingAddress: addressSchema.nullable(),
    billingAddress: addressSchema.nullable(),
    vatId: z.string().nullable(),
    vatCheck: z
      .object({
        status: z.enum(vatStatuses),
        checkedAt: timestampSchema.nullable(),
        consultationNumber: z.string().nullable(),
        name: z.string().nullable(),
        address: z.string().nullable(),
      })
      .meta({ description: 'What the registry has last said about the VAT id.' }),
    exemption: z
      .object({
        reason: reasonOfExemptionSchema,
        certificate: z.string().nullable(),
        country: z.string().nullable(),
        region: z.string().nullable(),
        validUntil: z.string().nullable(),
      })
      .nullable(),
    paymentTermsDays: z.int().nullable(),
  })
  .meta({ id: 'CompanyLocation', description: 'Where a company buys.' });

const quantityRuleSchema = z
  .object({
    variantId: idSchema('variant'),
    locationId: idSchema('companyLocation').nullable(),
    minimum: z.int(),
    step: z.int(),
  })
  .meta({
    id: 'QuantityRule',
    description: 'A variant is bought in the minimum quantity, or in whole steps above it.',
  });

export const companySchema = z
  .object({
    id: idSchema('company'),
    name: z.string(),
    note: z.string(),
    locations: z.array(companyLocationSchema),
    members: z.array(
      z
        .object({
          customerId: idSchema('customer'),
          role: z.enum(companyRoles),
          orderLimit: moneySchema.nullable(),
        })
        .meta({ id: 'CompanyMember', description: 'A customer who buys for the company.' }),
    ),
    quantityRules: z.array(quantityRuleSchema),
    createdAt: timestampSchema,
    updatedAt: timestampSchema,
  })
  .meta({ id: 'Company', description: 'A business that buys.' });

export const ownCompanySchema = z
  .object({
    id: idSchema('company'),
    name: z.string(),
    role: z.enum(companyRoles).meta({ description: 'Of the signed-in customer.' }),
    orderLimit: moneySchema.nullable().meta({
      description: 'What the signed-in customer may order without approval; null: anything.',
    }),
    locations: z.array(companyLocationSchema),
    quantityRules: z.array(quantityRuleSchema),
  })
  .meta({ id: 'OwnCompany', description: 'A company that the signed-in customer buys for.' });

export const approvalListQuerySchema = z.strictObject({
  limit: limitSchema,
  cursor: cursorSchema.optional(),
});

const namedSchema = (prefix: 'company' | 'companyLocation') =>
  z.object({ id: idSchema(prefix), name: z.string() });

export const approvalSchema = z
  .object({
    cartId: idSchema('cart'),
    company: namedSchema('company'),
    location: namedSchema('companyLocation'),
    customerId: idSchema('customer').meta({ description: 'Whose cart it is.' }),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    purchaseOrderNumber: z.string().nullable(),
    total: moneySchema.meta({ description: 'As the customer was shown it.' }),
    askedAt: timestampSchema,
  })
  .meta({
    id: 'Approval',
    description: 'A cart above its customer’s order limit, which waits for an approver.',
  });

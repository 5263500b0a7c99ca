import { z } from 'zod';
import {
  derivativeFormats,
  fileKinds,
  fileVisibilities,
  uploadPurposes,
  uploadStates,
} from '../domains/media.enums.ts';
import { MAX_ALT_LENGTH, MAX_ALT_TEXTS, MAX_IMPORT_BYTES } from '../domains/media.limits.ts';
import {
  cursorSchema,
  idSchema,
  limitSchema,
  localeSchema,
  textSchema,
  timestampSchema,
  wholeNumberSchema,
} from './shared.validator.ts';

export const fileParamsSchema = z.object({ fileId: idSchema('file') });
export const uploadParamsSchema = z.object({ uploadId: idSchema('upload') });

const flagSchema = z.enum(['true', 'false']).transform((text) => text === 'true');

export const fileListQuerySchema = z.strictObject({
  kind: z.enum(fileKinds).optional(),
  visibility: z.enum(fileVisibilities).optional(),
  customerId: idSchema('customer').optional(),
  unused: flagSchema.optional().meta({
    description: 'Only files that nothing refers to (`true`), or only others.',
  }),
  q: textSchema(100).optional().meta({ description: 'Part of the name or of the text.' }),
  limit: limitSchema,
  cursor: cursorSchema.optional(),
});

export const ownFileListQuerySchema = z.strictObject({
  limit: limitSchema,
  cursor: cursorSchema.optional(),
});

const altSchema = textSchema(MAX_ALT_LENGTH, 0).meta({
  description: 'What a picture shows, in the shop’s language, for those who do not see it.',
  example: 'A linen shirt on a chair',
});
const fileNameSchema = z.string().min(1).max(1000).meta({
  description:
    'As the file is called. Of a path the last part is kept, at most 200 characters, with the ending of the type that the file has.',
  example: 'linen-shirt.jpg',
});
const visibilitySchema = z.enum(fileVisibilities).meta({
  description:
    'Who may read it: everyone by its address (pictures alone), `staff`, or one `customer` and staff.',
});
const customerSchema = idSchema('customer').meta({
  description: 'Whose it is: with the visibility `customer`, and only then.',
});

/** Exactly files of the visibility `customer` have a customer. */
function ownsWhatIsTheirs({
  visibility,
  customerId,
}: {
  visibility: string;
  customerId?: string | undefined;
}): boolean {
  return (visibility === 'customer') === (customerId !== undefined);
}
const ownership = {
  path: ['customerId'],
  error: 'is required with the visibility customer, and not allowed with another',
};

export const newUploadSchema = z
  .strictObject({
    purpose: z.enum(uploadPurposes).default('file').meta({
      description: '`import` is a catalogue for `POST /admin/imports`.',
    }),
    name: fileNameSchema,
    contentType: z
      .string()
      .max(100)
      .regex(
        /^[a-z]+\/[a-z0-9.+-]+$/,
        'must be a media type without parameters, such as image/jpeg',
      )
      .meta({ example: 'image/jpeg' }),
    bytes: wholeNumberSchema(0, 1e15, 'must be a whole number of bytes').meta({
      description: `Exactly so many must come: at most 50 MiB of a picture, 100 MiB of a document, ${MAX_IMPORT_BYTES / 2 ** 30} GiB of a catalogue.`,
      example: 482_113,
    }),
    visibility: visibilitySchema.default('public'),
    customerId: customerSchema.optional(),
    alt: altSchema.default(''),
    keep: z.boolean().default(false).meta({
      description: 'Whether a public picture stays although nothing refers to it for 24 hours.',
    }),
  })
  .refine(ownsWhatIsTheirs, ownership);

/** The fields of a form are texts. */
export const fileFormSchema = z
  .strictObject({
    visibility: visibilitySchema.default('public'),
    customerId: customerSchema.optional(),
    alt: altSchema.default(''),
    keep: flagSchema.optional(),
  })
  .refine(ownsWhatIsTheirs, ownership);

export const fetchedFileSchema = z.strictObject({
  url: z.string().min(1).max(2048).meta({
    description: 'Of a picture on the public internet.',
    example: 'https://pictures.example.com/linen-shirt.jpg',
  }),
  alt: altSchema.default(''),
  keep: z.boolean().default(false).meta({
    description: 'Whether it stays although nothing refers to it for 24 hours.',
  }),
});

const shareSchema = z.number().min(0).max(1);

export const filePatchSchema = z.strictObject({
  name: fileNameSchema.optional(),
  alt: altSchema
    .nullable()
    .transform((text) => text ?? '')
    .optional()
    .meta({ description: 'null takes the text away: a picture that only decorates needs none.' }),
  altTexts: z
    .record(localeSchema, altSchema.nullable())
    .refine((texts) => Object.keys(texts).length <= MAX_ALT_TEXTS, {
      error: `must not have more than ${MAX_ALT_TEXTS} locales`,
    })
    .optional()
    .meta({ description: 'By locale; null takes one away.', example: { de: 'Ein Leinenhemd' } }),
  focalPoint: z
    .strictObject({ x: shareSchema, y: shareSchema })
    .optional()
    .meta({
      description: 'What square crops keep in sight. A job makes them again, at new addresses.',
      example: { x: 0.5, y: 0.25 },
    }),
  keep: z.boolean().optional(),
});

const derivativeSchema = z
  .object({
    width: z.int(),
    height: z.int(),
    format: z.enum(derivativeFormats),
    crop: z.enum(['square']).nullable().meta({ description: 'null: all of the picture.' }),
    url: z.string(),
  })
  .meta({ id: 'Derivative', description: 'A smaller version of a picture.' });

export const fileSchema = z
  .object({
    id: idSchema('file'),
    kind: z.enum(fileKinds),
    visibility: z.enum(fileVisibilities),
    customerId: idSchema('customer').nullable(),
    name: z.string(),
    contentType: z.string(),
    bytes: z.int(),
    url: z.string().nullable().meta({
      description: 'Of a public file; another has short-lived ones (`GET …/download`).',
    }),
    width: z.int().nullable().meta({ description: 'Of a picture, upright.' }),
    height: z.int().nullable(),
    dominantColor: z.string().nullable().meta({
      description: 'Of a picture, to show until it has loaded.',
      example: '#78b858',
    }),
    focalPoint: z.object({ x: z.number(), y: z.number() }).nullable(),
    derivatives: z.array(derivativeSchema).meta({
      description: 'Of a public picture; a job makes them within moments.',
    }),
    alt: z.string(),
    altTexts: z.record(z.string(), z.string()),
    keep: z.boolean(),
    sourceUrl: z.string().nullable().meta({ description: 'Where it was fetched.' }),
    createdAt: timestampSchema,
    updatedAt: timestampSchema,
  })
  .meta({ id: 'File', description: 'A stored picture or document.' });

export const ownFileSchema = z
  .object({
    id: idSchema('file'),
    kind: z.enum(fileKinds),
    name: z.string(),
    contentType: z.string(),
    bytes: z.int(),
    createdAt: timestampSchema,
  })
  .meta({ id: 'OwnFile', description: 'A file that the shop keeps for a customer.' });

export const fileDownloadSchema = z
  .object({
    url: z.url().meta({
      description:
        'A GET of it returns the bytes, without further headers, to save under the name of the file. Anyone who has it may do it, for 5 minutes.',
      example: 'https://shop.example.com/downloads/files/fdl_eyJncmFudCI6eyJr.4kzQ7Tn2Wb',
    }),
    expiresAt: timestampSchema,
  })
  .meta({ id: 'FileDownload', description: 'Where to fetch a file.' });

export const uploadSchema = z
  .object({
    id: idSchema('upload'),
    purpose: z.enum(uploadPurposes),
    name: z.string(),
    contentType: z.string(),
    bytes: z.int(),
    visibility: z.enum(fileVisibilities),
    customerId: idSchema('customer').nullable(),
    alt: z.string(),
    keep: z.boolean(),
    state: z.enum(uploadStates),
    failure: z.string().nullable().meta({
      description: 'Why what came was refused: the code of the problem.',
    }),
    fileId: idSchema('file').nullable(),
    createdAt: timestampSchema,
    finishedAt: timestampSchema.nullable(),
    expiresAt: timestampSchema.meta({ description: 'When its bytes are deleted.' }),
  })
  .meta({ id: 'Upload', description: 'A place for bytes that a client brings.' });

export const newUploadReplySchema = uploadSchema
  .extend({
    put: z
      .object({
        method: z.enum(['PUT']),
        url: z.string(),
        headers: z.record(z.string(), z.string()),
      })
      .meta({
        description:
          'How to bring the bytes: by this method, to this address, with exactly these headers. Anyone who has the address may do it.',
      }),
  })
  .meta({ id: 'NewUpload', description: 'An upload, and where its bytes go.' });

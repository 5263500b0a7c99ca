import { z } from 'zod';
import { flag, url } from '../parsers.ts';
import { documentation } from './variableDoc.ts';

/** Where files (pictures, documents, exports) are kept, and at which address pictures are found. */
export const storage = {
  S3_BUCKET: z.string().trim().min(1).optional().register(documentation, {
    group: 'Files',
    description:
      'Bucket that files are kept in, of Amazon S3 or of a server that speaks its protocol. It must exist.',
    default: 'none: files are in DATA_DIR',
    example: 'my-shop',
  }),
  S3_REGION: z.string().trim().min(1).optional().register(documentation, {
    group: 'Files',
    description: 'Region of the bucket.',
    default: 'that of AWS_REGION or AWS’s files; us-east-1 with S3_ENDPOINT',
    example: 'eu-central-1',
  }),
  S3_ENDPOINT: url('https:', 'http:').optional().register(documentation, {
    group: 'Files',
    description: 'Address of the S3 server, where it is not Amazon’s.',
    default: 'Amazon S3',
    example: 'https://s3.eu-central-003.backblazeb2.com',
  }),
  S3_PUBLIC_ENDPOINT: url('https:', 'http:').optional().register(documentation, {
    group: 'Files',
    description:
      'Address at which browsers reach the S3 server, for signed uploads and downloads, where it differs from S3_ENDPOINT.',
    default: 'S3_ENDPOINT',
    example: 'https://files.shop.example',
  }),
  S3_FORCE_PATH_STYLE: flag().optional().register(documentation, {
    group: 'Files',
    description: 'Whether the bucket is named in the path of addresses, and not in their host.',
    default: 'false; true with S3_ENDPOINT',
    example: 'true',
  }),
  S3_ACCESS_KEY_ID: z.string().trim().min(1).optional().register(documentation, {
    group: 'Files',
    description: 'Access key of the bucket, together with S3_SECRET_ACCESS_KEY.',
    default:
      'what AWS’s SDK finds: AWS_ACCESS_KEY_ID, AWS’s files, the role of the machine or container',
    example: 'AKIAIOSFODNN7SHOP',
  }),
  S3_SECRET_ACCESS_KEY: z.string().trim().min(1).optional().register(documentation, {
    group: 'Files',
    description: 'Secret of the access key.',
    example: 'wJalrXUtnFEMIK7MDENGbPxRfiCYSHOPKEY',
    secret: true,
  }),
  MEDIA_URL: url('https:', 'http:')
    .refine((text) => !/[?#]/.test(text), 'must have no query and no fragment')
    .transform((text) => text.replace(/\/+$/, ''))
    .optional()
    .register(documentation, {
      group: 'Files',
      description:
        'Address below which public pictures are found by their keys: that of a CDN in front of the bucket, or of PUBLIC_URL/media.',
      default: 'PUBLIC_URL/media',
      example: 'https://cdn.shop.example',
    }),
};

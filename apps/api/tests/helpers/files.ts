import { createHash } from 'node:crypto';
import type { Context } from '../../src/kernel/context.ts';
import { newId } from '../../src/kernel/ids.ts';

interface FileInput {
  visibility?: 'public' | 'staff' | 'customer';
  customerId?: string;
  kind?: 'picture' | 'document';
  name?: string;
  /** Of what was uploaded; by default like no other. */
  sha256?: string;
  alt?: string;
  altTexts?: Record<string, string>;
  keep?: boolean;
  createdAt?: Date;
  storageKey?: string;
  derivatives?: {
    width: number;
    height: number;
    format: string;
    crop: string | null;
    key: string;
  }[];
}

/** Inserts a file, by default a public picture of 1600 × 900 pixels; nothing is stored for it. */
export async function insertFile(ctx: Pick<Context, 'db'>, input: FileInput = {}) {
  const id = newId('file');
  const { kind = 'picture', visibility = 'public' } = input;
  const folder = visibility === 'public' ? 'media' : 'private/files';
  const isPicture = kind === 'picture';
  return await ctx.db.prisma.file.create({
    data: {
      id,
      kind,
      visibility,
      customerId: input.customerId ?? null,
      name: input.name ?? (isPicture ? 'tee.jpg' : 'paper.pdf'),
      contentType: isPicture ? 'image/jpeg' : 'application/pdf',
      bytes: 1000n,
      sha256: input.sha256 ?? createHash('sha256').update(id).digest('hex'),
      storageKey:
        input.storageKey ?? `${folder}/${id.slice(-2)}/${id}/original.${isPicture ? 'jpg' : 'pdf'}`,
      ...(isPicture && { width: 1600, height: 900, dominantColor: '#c8b69a' }),
      alt: input.alt ?? '',
      altTexts: input.altTexts ?? {},
      keep: input.keep ?? false,
      derivatives: input.derivatives ?? [],
      createdBy: 'user:test',
      ...(input.createdAt && { createdAt: input.createdAt }),
    },
  });
}

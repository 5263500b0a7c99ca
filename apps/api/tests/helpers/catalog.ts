import type { Context } from '../../src/kernel/context.ts';
import { newId } from '../../src/kernel/ids.ts';

type Db = Pick<Context, 'db'>;

export interface VariantInput {
  title?: string;
  sku?: string | null;
  /** One value per option of the product. */
  optionValues?: string[];
  /** Minor units by currency; `{ USD: 1999 }` when not given. */
  prices?: Record<string, number | { amount: number; compareAt: number }>;
  /** Units on hand at the main location, or by location's id; 10 when not given. */
  stock?: number | Record<string, number>;
  inventoryTracked?: boolean;
  inventoryPolicy?: 'deny' | 'continue';
  weightGrams?: number;
  requiresShipping?: boolean;
  taxable?: boolean;
  /** Position of the product's image that shows it, from 0. */
  image?: number;
}

interface ProductInput {
  handle?: string;
  title?: string;
  description?: string;
  vendor?: string;
  type?: string;
  tags?: string[];
  status?: 'draft' | 'active' | 'archived';
  createdAt?: Date;
  options?: { name: string; values: string[] }[];
  /** One variant with the defaults above when not given. */
  variants?: VariantInput[];
  images?: { source: string; storageKey?: string; alt?: string; width?: number; height?: number }[];
  /** Ids of categories and collections. */
  categories?: string[];
  collections?: string[];
}

export interface CreatedProduct {
  id: string;
  handle: string;
  variantIds: string[];
  imageIds: string[];
}

/** Inserts a product with its variants, prices and stock; active and available by default. */
export async function createProduct(
  ctx: Db,
  { options = [], variants = [{}], images = [], ...input }: ProductInput = {},
): Promise<CreatedProduct> {
  const id = newId('product');
  const handle = input.handle ?? id.replace('_', '-');
  const imageIds = images.map(() => newId('image'));
  const variantIds = variants.map(() => newId('variant'));
  const { categories = [], collections = [], title = `Product ${handle}`, ...texts } = input;
  await ctx.db.prisma.product.create({
    data: {
      status: 'active',
      ...texts,
      id,
      handle,
      title,
      options: {
        create: options.map((option, index) => ({
          ...option,
          id: newId('option'),
          position: index + 1,
        })),
      },
      images: {
        create: images.map((image, index) => ({
          ...image,
          id: imageIds[index] ?? '',
          position: index + 1,
        })),
      },
      categories: { create: categories.map((categoryId) => ({ categoryId })) },
      collections: { create: collections.map((collectionId) => ({ collectionId })) },
    },
  });
  await createVariants(
    ctx,
    id,
    variants.map((variant, index) => ({ ...variant, id: variantIds[index] ?? '' })),
    imageIds,
  );
  return { id, handle, variantIds, imageIds };
}

type NewVariant = VariantInput & { id: string };

async function createVariants(
  ctx: Db,
  productId: string,
  variants: readonly NewVariant[],
  imageIds: readonly string[],
): Promise<void> {
  const { prisma } = ctx.db;
  await prisma.variant.createMany({
    data: variants.map(({ prices: _prices, stock: _stock, image, ...variant }, index) => ({
      title: 'Default',
      // No two variants of a product may have the same values.
      optionValues: index === 0 ? [] : [String(index)],
      ...variant,
      productId,
      position: index + 1,
      imageId: (image === undefined ? undefined : imageIds[image]) ?? null,
    })),
  });
  await prisma.price.createMany({
    data: variants.flatMap(({ id: variantId, prices = { USD: 1999 } }) =>
      Object.entries(prices).map(([currency, price]) =>
        typeof price === 'number'
          ? { variantId, currency, amount: price }
          : { variantId, currency, ...price },
      ),
    ),
  });
  await stockUp(
    ctx,
    variants.filter(({ inventoryTracked }) => inventoryTracked !== false),
  );
}

/** Stock with the movements that explain it. */
async function stockUp(ctx: Db, variants: readonly NewVariant[]): Promise<void> {
  const needsMain = variants.some(({ stock = 10 }) => typeof stock === 'number');
  const main = needsMain ? await mainLocation(ctx) : '';
  const levels = variants.flatMap(({ id: variantId, stock = 10, inventoryPolicy }) =>
    Object.entries(typeof stock === 'number' ? { [main]: stock } : stock).map(
      ([locationId, onHand]) => ({
        variantId,
        locationId,
        onHand,
        backorder: inventoryPolicy === 'continue',
      }),
    ),
  );
  await ctx.db.prisma.stockLevel.createMany({ data: levels });
  await ctx.db.prisma.stockMovement.createMany({
    data: levels
      .filter(({ onHand }) => onHand !== 0)
      .map(({ variantId, locationId, onHand }) => ({
        id: newId('movement'),
        variantId,
        locationId,
        delta: onHand,
        reason: 'import',
      })),
  });
}

/** The id of the location `main`, which is created when it is missing. */
async function mainLocation(ctx: Db): Promise<string> {
  return await createLocation(ctx, 'main');
}

/** @returns its id; a location with this handle is used when there is one. */
export async function createLocation({ db }: Db, handle: string, priority = 0): Promise<string> {
  const { id } = await db.prisma.location.upsert({
    where: { handle },
    update: {},
    create: { id: newId('location'), handle, name: handle, priority },
  });
  return id;
}

/** Inserts a category below `parent`. @returns its id and path. */
export async function createCategory(
  { db }: Db,
  handle: string,
  parent?: { id: string; path: string },
): Promise<{ id: string; path: string }> {
  const id = newId('category');
  const path = parent ? `${parent.path}/${handle}` : handle;
  const name = handle.charAt(0).toUpperCase() + handle.slice(1);
  await db.prisma.category.create({
    data: { id, handle, name, path, parentId: parent?.id ?? null },
  });
  return { id, path };
}

/** Inserts a collection. @returns its id. */
export async function createCollection({ db }: Db, handle: string): Promise<string> {
  const id = newId('collection');
  await db.prisma.collection.create({ data: { id, handle, title: `Collection ${handle}` } });
  return id;
}

import { z } from 'zod';
import {
  productExpansions,
  productSortKeys,
  type ProductSortTerm,
} from '../domains/products.enums.ts';
import { productSchema, type ProductField } from './products.validator.ts';
import { currencySchema, cursorSchema, limitSchema, textSchema } from './shared.validator.ts';

const fieldNames = Object.keys(productSchema.shape) as [ProductField, ...ProductField[]];

/** A comma-separated selection from an allow-list; the error names what is not in it. */
function listOf<const T extends string>(names: readonly [T, ...T[]]) {
  const known: readonly string[] = names;
  return z
    .string()
    .max(500)
    .transform((text, ctx): T[] => {
      const chosen = text.split(',').map((name) => name.trim());
      for (const name of chosen.filter((name) => !known.includes(name))) {
        ctx.addIssue({
          code: 'custom',
          message: `"${name}" is not one of ${names.join(', ')}`,
        });
      }
      return [...new Set(chosen as T[])];
    });
}

const flagSchema = z.enum(['true', 'false']).transform((text) => text === 'true');

const sortSchema = z
  .string()
  .max(100)
  .transform((text, ctx): ProductSortTerm[] => {
    const terms = text.split(',').map((name) => name.trim());
    const parsed = terms.map((term) => ({
      key: term.replace(/^-/, '') as ProductSortTerm['key'],
      descending: term.startsWith('-'),
    }));
    for (const [index, { key }] of parsed.entries()) {
      const known = productSortKeys.includes(key);
      const isRepeated = parsed.findIndex((other) => other.key === key) < index;
      if (known && !isRepeated) continue;
      const problem = known
        ? 'is repeated'
        : `is not one of ${productSortKeys.flatMap((name) => [name, `-${name}`]).join(', ')}`;
      ctx.addIssue({ code: 'custom', message: `"${terms[index]}" ${problem}` });
    }
    return parsed;
  });

const minorUnitsSchema = z
  .string()
  .regex(/^\d{1,15}$/, "must be a whole number of the currency's minor units, such as 1999")
  .transform(Number);

const RANGE = 'must be a range: price[gte], price[lte] or both, such as price[gte]=1000';

const TAG = 'must be one tag or several, such as tag=new or tag=new&tag=summer';

const handleOrId = textSchema(255);

/** How the answer shapes a product, alone or in a list. */
const shape = {
  currency: currencySchema.optional().meta({
    description: "The currency of all prices. Default: the shop's currency.",
  }),
  fields: listOf(fieldNames)
    .optional()
    .meta({
      description: `Comma-separated members of a product to return, besides its id. Possible: ${fieldNames.join(', ')}.`,
      example: 'title,priceRange,images',
    }),
  expand: listOf(productExpansions).optional().meta({
    description:
      'Comma-separated: `categories` adds the `ancestors` of each category, `collections` the `description` of each collection.',
    example: 'categories',
  }),
};

export const productQuerySchema = z.strictObject(shape);

export const productParamsSchema = z.object({
  idOrHandle: handleOrId.meta({ description: "The product's id or handle." }),
});

export const productListQuerySchema = z.strictObject({
  limit: limitSchema,
  cursor: cursorSchema.optional(),
  q: textSchema(200).optional().meta({
    description:
      'Words to search for in title, vendor, type, tags and description; the last may be incomplete. Accents, case and English endings are ignored. When no product has all the words, unknown words are replaced by the nearest ones of titles, vendors, types and tags; when there is still no match, products that have all words but one are returned.',
    example: 'linen shi',
  }),
  category: handleOrId.optional().meta({
    description: 'Handle or id of a category; includes the categories below it.',
  }),
  collection: handleOrId.optional().meta({ description: 'Handle or id of a collection.' }),
  tag: z
    .union([textSchema(500), z.array(textSchema(255)).max(20)], {
      error: ({ code }) => (code === 'invalid_union' ? TAG : undefined),
    })
    .transform((value) => [value].flat().flatMap((text) => text.split(',')))
    .transform((tags) => tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))
    .optional()
    .meta({
      description:
        'Products that have all of these tags; repeat the parameter or separate by commas.',
      example: 'new,summer',
    }),
  vendor: textSchema(255).optional(),
  type: textSchema(255).optional(),
  price: z
    .strictObject(
      { gte: minorUnitsSchema.optional(), lte: minorUnitsSchema.optional() },
      // The schema itself names an unknown member of a range.
      { error: ({ code }) => (code === 'invalid_type' ? RANGE : undefined) },
    )
    .optional()
    .meta({
      description:
        '`price[gte]`, `price[lte]`: products with a variant whose price lies in this range, in minor units of `currency`.',
      example: { gte: '1000', lte: '5000' },
      param: { style: 'deepObject', explode: true },
    }),
  inStock: flagSchema.optional().meta({
    description: '`true`: at least one variant is available; `false`: none is.',
  }),
  sort: sortSchema.optional().meta({
    description:
      'Comma-separated: title, createdAt, price; "-" before a name reverses the direction. Sorting by price (of the cheapest variant) lists only products with a price in the currency. Default: -createdAt, or with `q` the best match first; of more than 500 matches, those with all the words in their title come first, then the others, each the newest first.',
    example: '-price,title',
  }),
  count: flagSchema.optional().meta({
    description:
      '`true`: includes `meta.total`, which counts every matching product. Ask for it on the first page only.',
  }),
  facets: flagSchema.optional().meta({
    description:
      '`true`: includes `meta.facets`. They are exact and take longer the more products match (seconds for all of 100,000, until they are cached), so ask for them on the first page of a filtered list.',
  }),
  ...shape,
});

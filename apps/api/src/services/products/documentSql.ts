import type { ProductExpansion } from '../../domains/products.enums.ts';
import { VARIANT_AVAILABLE } from './filters.ts';
import { IMAGE_DOCUMENT, IMAGES_WITH_FILES } from '../productImages/sql.ts';

const RFC3339 = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
const utc = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', ${RFC3339})`;
const listOf = (object: string, order: string, from: string) =>
  `(SELECT coalesce(json_agg(${object} ORDER BY ${order}), '[]') ${from})`;

const OPTIONS = listOf(
  `json_build_object('name', o.name, 'values', o.values)`,
  'o.position',
  'FROM product_options o WHERE o.product_id = p.id',
);

const variants = (currency: string) =>
  listOf(
    `json_build_object(
      'id', v.id, 'sku', v.sku, 'title', v.title, 'optionValues', v.option_values,
      'amount', pr.amount, 'compareAt', pr.compare_at, 'available', ${VARIANT_AVAILABLE},
      'inventoryPolicy', v.inventory_policy, 'position', v.position, 'imageId', v.image_id
    )`,
    'v.position, v.id',
    `FROM variants v
    LEFT JOIN prices pr ON pr.variant_id = v.id AND pr.currency = ${currency}
    WHERE v.product_id = p.id`,
  );

const IMAGES = listOf(
  IMAGE_DOCUMENT,
  'i.position, i.id',
  `${IMAGES_WITH_FILES} WHERE i.product_id = p.id`,
);

const ANCESTORS = listOf(
  `json_build_object('id', a.id, 'handle', a.handle, 'name', a.name)`,
  'length(a.path)',
  `FROM categories a WHERE starts_with(c.path, a.path || '/')`,
);

const categories = (expanded: boolean) =>
  listOf(
    `json_build_object('id', c.id, 'handle', c.handle, 'name', c.name, 'path', c.path${
      expanded ? `, 'ancestors', ${ANCESTORS}` : ''
    })`,
    'c.path',
    'FROM product_categories pc JOIN categories c ON c.id = pc.category_id WHERE pc.product_id = p.id',
  );

const collections = (expanded: boolean) =>
  listOf(
    `json_build_object('id', c.id, 'handle', c.handle, 'title', c.title${
      expanded ? `, 'description', c.description` : ''
    })`,
    'c.handle',
    'FROM product_collections pc JOIN collections c ON c.id = pc.collection_id WHERE pc.product_id = p.id',
  );

/** Product `p` as one JSON value, of the shape of `ProductDocument` (readModel.ts). */
export function documentSql(currency: string, expand: readonly ProductExpansion[]): string {
  return `json_build_object(
    'id', p.id, 'handle', p.handle, 'title', p.title, 'description', p.description,
    'vendor', p.vendor, 'type', p.type, 'tags', coalesce(p.tags, '{}'),
    'seoTitle', p.seo_title, 'seoDescription', p.seo_description,
    'createdAt', ${utc('p.created_at')}, 'updatedAt', ${utc('p.updated_at')},
    'options', ${OPTIONS},
    'variants', ${variants(currency)},
    'images', ${IMAGES},
    'categories', ${categories(expand.includes('categories'))},
    'collections', ${collections(expand.includes('collections'))}
  )`;
}

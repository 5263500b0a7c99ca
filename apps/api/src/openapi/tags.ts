import type { TagGroup } from '../domains/defineDomain.ts';
import { tagCatalog } from '../kernel/tags.ts';

/** In the order in which a shopper, then staff, then machines meet them. */
const groups: readonly TagGroup[] = ['Storefront', 'Staff', 'Machines'];
const definitions = Object.entries(tagCatalog);

/** How a reference groups the tags (a vendor extension that Scalar and Redoc read). */
export const tagGroups = groups.map((name) => ({
  name,
  tags: definitions.filter(([, { group }]) => group === name).map(([tag]) => tag),
}));

/** Every tag with its description, group by group. */
export const tags = groups.flatMap((name) =>
  definitions
    .filter(([, { group }]) => group === name)
    .map(([tag, { description }]) => ({ name: tag, description })),
);

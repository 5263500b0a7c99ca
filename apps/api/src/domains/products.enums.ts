export const productStatuses = ['draft', 'active', 'archived'] as const;
export type ProductStatus = (typeof productStatuses)[number];

/** Whether a variant is sold beyond its stock. */
export const inventoryPolicies = ['deny', 'continue'] as const;
export type InventoryPolicy = (typeof inventoryPolicies)[number];

/** What a shopper can sort products by. */
export const productSortKeys = ['title', 'createdAt', 'price'] as const;

export interface ProductSortTerm {
  readonly key: (typeof productSortKeys)[number];
  readonly descending: boolean;
}

/** What is read of a product only where it is asked for. */
export const productExpansions = ['categories', 'collections'] as const;
export type ProductExpansion = (typeof productExpansions)[number];

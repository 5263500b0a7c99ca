export const productStatuses = ['draft', 'active', 'archived'] as const;
export type ProductStatus = (typeof productStatuses)[number];

/** Whether a variant is sold beyond its stock. */
export const inventoryPolicies = ['deny', 'continue'] as const;
export type InventoryPolicy = (typeof inventoryPolicies)[number];

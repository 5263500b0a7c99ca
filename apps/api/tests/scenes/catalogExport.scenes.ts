import { asStaff } from '../helpers/staff.ts';
import type { Scenes } from './scene.ts';

export const scenes: Scenes = {
  // All products are exported, and they are not many, so there are no more statements for more of them.
  exportProducts: ({ shop }) => shop.api.get('/api/v1/admin/products/export').set(asStaff),
  'exportProducts, as NDJSON': ({ shop }) =>
    shop.api.get('/api/v1/admin/products/export?format=ndjson').set(asStaff),
  exportInventory: ({ shop }) => shop.api.get('/api/v1/admin/inventory/export').set(asStaff),
};

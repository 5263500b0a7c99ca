import { withDeps } from '../utils/withDeps.ts';
import type { ProductsDeps } from './products/deps.ts';
import { getProduct } from './products/getProduct.ts';
import { listCategories, listCollections } from './products/listCategories.ts';
import { listProducts } from './products/listProducts.ts';
import { listRequestOf, shapeOf } from './products/listRequest.ts';

export type { ProductPage } from './products/listProducts.ts';
export type { ListRequest } from './products/listRequest.ts';
export type {
  CategoryNode,
  Collection,
  FacetsDocument,
  ImageDocument,
  ProductDocument,
  VariantDocument,
} from './products/readModel.ts';

export type ProductsService = ReturnType<typeof createProductsService>;

/** The catalogue as shoppers see it. */
export function createProductsService(deps: ProductsDeps) {
  return {
    get: getProduct,
    categories: listCategories,
    collections: listCollections,
    ...withDeps(deps, { listRequest: listRequestOf, shape: shapeOf, list: listProducts }),
  };
}

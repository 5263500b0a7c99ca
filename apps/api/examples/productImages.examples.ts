import { withShopAt, type ShopPlace } from './people.ts';
import type { Recorder } from './recorder.ts';

/** The pictures of a product, by links. */
export async function record(recorder: Recorder, place: ShopPlace): Promise<void> {
  const { id: productId } = await withShopAt(place, ({ database }) =>
    database.prisma.product.findFirstOrThrow({ orderBy: { id: 'asc' } }),
  );
  const at = { params: { productId } };
  const body = { url: 'https://cdn.example/behind.jpg', alt: 'The shirt from behind' };
  const { id: imageId } = await recorder.record<{ id: string }>('addProductImage', { ...at, body });
  await recorder.refused('addProductImage', 'image_known', { ...at, body });
  await recorder.record('listProductImages', at);
  const params = { productId, imageId };
  await recorder.record('updateProductImage', { params, body: { position: 1 } });
  await recorder.record('removeProductImage', { params });
  await recorder.refused('removeProductImage', 'not_found', { params });
}

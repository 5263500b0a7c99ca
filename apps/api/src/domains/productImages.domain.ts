import { defineDomain } from './defineDomain.ts';

export const productImages = defineDomain({
  errors: {
    image_known: [409, 'The product has this picture already'],
    too_many_images: [409, 'The product has as many pictures as it can'],
  },
  tags: {
    'Product pictures': {
      group: 'Staff',
      description: 'The pictures of a product, in the order in which they are shown.',
    },
  },
});

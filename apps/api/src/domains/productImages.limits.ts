/** As in Shopify. */
export const MAX_PRODUCT_IMAGES = 250;
export const MAX_IMAGE_ALT_LENGTH = 1000;

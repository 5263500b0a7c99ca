/** How many metafields a customer may have. */
export const MAX_METAFIELDS = 100;

/** What the metafields of a customer may take together, as JSON. */
export const MAX_METAFIELDS_BYTES = 32_768;

/**
 * The columns we read, each with the headers Shopify has used for it, oldest first, in lower case.
 * Source: https://help.shopify.com/en/manual/products/import-export/using-csv
 */
export const headers = [
  ['handle', ['handle', 'url handle']],
  ['title', ['title']],
  ['description', ['body (html)', 'body html', 'body', 'description']],
  ['vendor', ['vendor']],
  ['type', ['type', 'product type']],
  ['customType', ['custom product type']],
  ['tags', ['tags']],
  ['published', ['published', 'published on online store']],
  ['status', ['status']],
  ['productCategory', ['product category', 'category']],
  ['standardType', ['standard product type', 'standardized product type']],
  [
    'googleCategory',
    [
      'google shopping / google product category',
      'google shopping / product category',
      'google shopping / category',
      'google product category',
    ],
  ],
  ['collection', ['collection']],
  ['collections', ['collections']],
  ['seoTitle', ['seo title']],
  ['seoDescription', ['seo description']],
  ['giftCard', ['gift card']],
  ['option1Name', ['option1 name']],
  ['option1Value', ['option1 value']],
  ['option2Name', ['option2 name']],
  ['option2Value', ['option2 value']],
  ['option3Name', ['option3 name']],
  ['option3Value', ['option3 value']],
  ['sku', ['variant sku', 'sku']],
  ['barcode', ['variant barcode', 'barcode', 'barcodes']],
  ['price', ['variant price', 'price']],
  ['compareAtPrice', ['variant compare at price', 'compare-at price', 'compare at price']],
  ['cost', ['cost per item', 'variant cost']],
  ['grams', ['variant grams', 'weight value (grams)']],
  ['weight', ['variant weight']],
  ['weightUnit', ['variant weight unit', 'weight unit for display']],
  ['requiresShipping', ['variant requires shipping', 'requires shipping']],
  ['taxable', ['variant taxable', 'charge tax']],
  ['taxCode', ['variant tax code', 'tax code']],
  ['fulfillmentService', ['variant fulfillment service', 'fulfillment service']],
  ['inventoryTracker', ['variant inventory tracker', 'inventory tracker']],
  [
    'inventoryQuantity',
    ['variant inventory qty', 'variant inventory quantity', 'inventory quantity'],
  ],
  ['inventoryPolicy', ['variant inventory policy', 'inventory policy']],
  ['continueSelling', ['continue selling when out of stock']],
  ['imageSrc', ['image src', 'image source', 'product image url']],
  ['imagePosition', ['image position']],
  ['imageAlt', ['image alt text']],
  ['variantImage', ['variant image', 'variant img', 'variant image url']],
] as const;

/**
 * Shopify's columns that the shop has no place for, and keeps as they are beside the variant of their row; markets' prices belong to no one currency.
 */
export const extraHeaders: readonly RegExp[] = [
  /^google shopping \/ /,
  /^option[123] linked to$/,
  /^(?:variant )?unit price (?:total|base) measure(?: unit)?$/,
  /^(?:included|price|compare[ -]at price) \/ /,
  /(?:^|\()variant\.metafields\.[^()]+\)?$/,
];

type CsvRow = Record<string, string | number>;

/** Texts that files and spreadsheets get wrong. */
const TEXTS = [
  'plain',
  "'90s tee",
  "O'HARA-1",
  '-10',
  '+1 (555)',
  '5" pipe',
  'a, b and "c"',
  'two\nlines',
  'Ärger größer als 北京 🧵',
  '“curly”',
  'trailing; semicolon',
  '=not a formula here',
  '1e5',
  '0012345',
  'TRUE',
  '<b>bold</b>',
  'a\u00A0b',
  '#REF!',
];

/** A small generator of random numbers, the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Rows of a catalogue with all that Shopify's format can say, in random combinations. */
export function generatedCatalogue({
  seed,
  products,
}: {
  seed: number;
  products: number;
}): CsvRow[] {
  const random = randomOf(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const upTo = (max: number) => Math.floor(random() * (max + 1));
  const perhaps = <T>(value: T, share = 0.5) => (random() < share ? value : '');

  const variantCells = (index: number): CsvRow => ({
    'Variant SKU': perhaps(index === 0 ? pick(['-10', ...TEXTS]) : pick(TEXTS)),
    'Variant Barcode': perhaps('4006381333931'),
    'Variant Grams': upTo(5000),
    'Variant Weight Unit': perhaps(pick(['kg', 'lb', 'oz', 'g'])),
    'Variant Inventory Tracker': pick(['shopify', 'shopify', '', 'amazon_marketplace_web']),
    'Variant Inventory Qty': perhaps(pick([0, 1, 12, 4000]), 0.9),
    'Variant Inventory Policy': pick(['deny', 'continue']),
    'Variant Fulfillment Service': pick(['manual', 'manual', 'acme-logistics']),
    'Variant Price': (upTo(99_999) / 100).toFixed(2),
    'Variant Compare At Price': perhaps('1200.00', 0.3),
    'Variant Price / EUR': perhaps((upTo(9999) / 100).toFixed(2)),
    'Variant Price / JPY': perhaps(upTo(100_000), 0.3),
    'Cost per item': perhaps('3.25'),
    'Cost per item / EUR': perhaps('2.75', 0.1),
    'Variant Requires Shipping': pick(['TRUE', 'FALSE']),
    'Variant Taxable': pick(['TRUE', 'FALSE']),
    'Variant Tax Code': perhaps('txcd_30011000', 0.2),
    'Google Shopping / MPN': perhaps(pick(TEXTS), 0.2),
    'Included / International': perhaps('TRUE', 0.3),
    'Price / International': perhaps('19.99', 0.3),
    'Option1 Linked To': perhaps('product.metafields.shopify.color-pattern', 0.1),
    'Size chart (variant.metafields.custom.chart)': perhaps(pick(TEXTS), 0.2),
  });

  return Array.from({ length: products }, (_, number): CsvRow[] => {
    const Handle = `product-${seed}-${number}`;
    const options = upTo(3);
    const variants = options === 0 ? 1 : 1 + upTo(5);
    const images = Array.from({ length: upTo(4) }, (_, place) => ({
      'Image Src': `https://cdn.example.com/${seed}/${number}/${place}.jpg?v=1&w=2`,
      'Image Position': place + 1,
      'Image Alt Text': perhaps(pick(TEXTS)),
    }));
    const optionCells = (index: number): CsvRow =>
      Object.fromEntries(
        Array.from({ length: options }, (_, place) => [
          ...(index === 0 ? [[`Option${place + 1} Name`, `Option ${place} of "${number}"`]] : []),
          [`Option${place + 1} Value`, place === 0 ? `${pick(TEXTS)} ${index}` : pick(TEXTS)],
        ]).flat(),
      );
    const product: CsvRow = {
      Title: pick(TEXTS),
      'Body (HTML)': perhaps(
        pick(['<p>One</p>\n<p>Two, "three"</p>', '<ul><li>a &amp; b</li></ul>', 'plain']),
      ),
      Vendor: perhaps(pick(TEXTS)),
      Type: perhaps(pick(TEXTS)),
      Tags: perhaps('summer, Ärmel, -10, new in'),
      'Product Category': pick([
        '',
        'Apparel > Shirts',
        'Apparel > Shirts > Linen',
        'Uncategorized',
        'gid://shopify/TaxonomyCategory/aa-1',
      ]),
      Collections: pick(['', 'Gifts', '"Bread, butter", Gifts', 'Über uns']),
      Published: pick(['TRUE', 'TRUE', 'FALSE']),
      Status: pick(['active', 'active', 'draft', 'archived', 'unlisted']),
      'Gift Card': perhaps('TRUE', 0.1),
      'SEO Title': perhaps(pick(TEXTS)),
      'SEO Description': perhaps(pick(TEXTS)),
      'Google Shopping / Google Product Category': perhaps('1604', 0.2),
      'Google Shopping / Gender': perhaps('unisex', 0.2),
      'Fabric (product.metafields.custom.fabric)': perhaps(pick(TEXTS)),
      'Heel (product.metafields.my_fields.heel-height)': perhaps('3.5'),
    };
    return Array.from({ length: Math.max(variants, images.length) }, (_, index): CsvRow => {
      const image = images[index];
      return {
        Handle,
        ...(index === 0 && product),
        ...(index < variants && { ...variantCells(index), ...optionCells(index) }),
        ...(index < variants &&
          images[0] && { 'Variant Image': perhaps(pick(images)['Image Src'], 0.3) }),
        ...image,
      };
    });
  }).flat();
}

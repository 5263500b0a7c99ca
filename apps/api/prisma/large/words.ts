/** What the large catalogue's products are put together from. */
interface Department {
  readonly name: string;
  /** Cheapest and dearest, in minor units of the first currency. */
  readonly amounts: readonly [number, number];
  readonly option: string;
  readonly values: readonly string[];
  /** Categories below the department, each with the things in it. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
}

const split = (text: string): readonly string[] => text.split(' ');

const sizes = split('XS S M L XL XXL');
const finishes = split('Natural Black White Oak Walnut Sage Rust');
const packs = split('Single Pair Four Six Ten Twelve');

const department = (
  name: string,
  amounts: [number, number],
  [option, values]: [string, readonly string[]],
  groups: Record<string, string>,
): Department => ({
  name,
  amounts,
  option,
  values,
  groups: Object.fromEntries(
    Object.entries(groups).map(([group, things]) => [group, split(things)]),
  ),
});

export const departments: readonly Department[] = [
  department('Apparel', [1_200, 24_000], ['Size', sizes], {
    Tops: 'Shirt Tee Blouse Jumper Cardigan Polo',
    Bottoms: 'Trousers Jeans Skirt Shorts Leggings',
    Outerwear: 'Jacket Coat Parka Gilet Raincoat',
    Footwear: 'Sneakers Boots Sandals Loafers Slippers',
    Accessories: 'Scarf Beanie Belt Gloves Socks',
  }),
  department('Kitchen', [600, 32_000], ['Finish', finishes], {
    Cookware: 'Skillet Saucepan Casserole Wok Steamer',
    Tableware: 'Plate Bowl Mug Teapot Carafe',
    Knives: 'Cleaver Paring-knife Bread-knife Sharpener',
    Linens: 'Tea-towel Apron Napkins Tablecloth',
  }),
  department('Home', [900, 90_000], ['Finish', finishes], {
    Lighting: 'Lamp Lantern Pendant Sconce Candle',
    Furniture: 'Chair Stool Bench Table Bookcase',
    Textiles: 'Blanket Cushion Rug Curtain Throw',
    Storage: 'Basket Crate Cabinet Shelf Hook',
  }),
  department('Outdoors', [700, 60_000], ['Size', sizes], {
    Camping: 'Tent Hammock Stove Flask Cooler',
    Garden: 'Trowel Planter Secateurs Watering-can Trellis',
    Bags: 'Backpack Duffel Tote Satchel Holdall',
    Cycling: 'Helmet Pannier Pump Saddle Bell',
  }),
  department('Stationery', [250, 9_000], ['Pack', packs], {
    Paper: 'Notebook Sketchbook Diary Planner Cards',
    Writing: 'Pen Pencil Ink Marker Nib',
    Desk: 'Organiser Stapler Ruler Desk-mat Clock',
  }),
  department('Toys', [400, 18_000], ['Pack', packs], {
    Building: 'Blocks Marble-run Train Puzzle',
    Soft: 'Bear Rabbit Fox Otter Puppet',
    Games: 'Card-game Board-game Dominoes Kite',
  }),
];

export const materials = split(
  'Linen Cotton Wool Oak Walnut Brass Copper Steel Enamel Stoneware Leather Canvas Bamboo Glass Cork Felt Silk Denim Hemp Ash',
);

export const qualities = split(
  'Classic Everyday Heavyweight Lightweight Folding Compact Handmade Vintage Modern Rustic Slim Generous Sturdy Soft Quiet',
);

export const colours = split('Navy Chalk Rust Moss Slate Ochre Plum Sand Teal Charcoal');

/** "Kestrelwick": names of series and of makers are made of a beginning and an end. */
export const beginnings = split(
  'Alder Amber Arden Birch Black Bramble Bright Cedar Clear Cold Corn Dale Dun Elder Fair Fern Fox Glen Gold Green Hart Hawk Hazel Heather High Holm Iron Juniper Kestrel Kings Lark Linden Long Maple March Marsh Mill Moor Nether North Oaken Otter Pine Quarry Raven Red Rowan Sand Silver South Stone Swan Thistle Thorn Under Vale West White Willow Winter Wren Yarrow',
);
export const ends = split(
  'bank beck borough bridge brook bury by cliff combe cote croft dale den don down field fold ford gate grove ham haven hill holt hurst lea ley low mead mere minster moor mouth ness rigg shaw side stead stoke stow thorpe ton vale ward water well wick wood worth',
);

/** From many products to few. */
export const tags = split(
  'new bestseller organic recycled gift sale handmade local summer winter spring autumn vegan fairtrade limited kids travel office outdoor festive waterproof refurbished personalised collectors oversized',
);

/** From many products to few. */
export const collections = [
  'Everyday staples',
  'New arrivals',
  'Gifts under 50',
  'Summer house',
  'Made to last',
  'Small kitchens',
  'Weekend away',
  'Back to work',
  'Winter warmers',
  "Editors' choice",
  'Plastic free',
  'Last chance',
] as const;

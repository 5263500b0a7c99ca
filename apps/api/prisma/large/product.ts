import { createRandom, type Random } from './random.ts';
import {
  beginnings,
  collections,
  colours,
  departments,
  ends,
  materials,
  qualities,
  tags,
} from './words.ts';

/** The metafield that tells a product of the large catalogue: its number in it. */
export const NUMBER_KEY = 'cartwright.large_catalogue';

const VARIANTS = 3;
const VENDORS = 400;
const EUR_PER_USD = 0.92;

const NUMBER_COLUMN = `Number (product.metafields.${NUMBER_KEY})` as const;

/** The header of the file; `rowsOf` gives the cells. */
export const header = [
  'Handle',
  'Title',
  'Body (HTML)',
  'Vendor',
  'Product Category',
  'Type',
  'Tags',
  'Collections',
  'Status',
  'Option1 Name',
  'Option1 Value',
  'Option2 Name',
  'Option2 Value',
  'Variant SKU',
  'Variant Grams',
  'Variant Inventory Tracker',
  'Variant Inventory Qty',
  'Variant Inventory Policy',
  'Variant Price / USD',
  'Variant Compare At Price / USD',
  'Variant Price / EUR',
  'Variant Compare At Price / EUR',
  NUMBER_COLUMN,
] as const;

export type Cells = Readonly<Partial<Record<(typeof header)[number], string>>>;

/**
 * Product number `number` (from 1) of the large catalogue as rows of Shopify's CSV, a row for each of
 * its three variants. Depends on the number alone, whatever else is there.
 */
export function rowsOf(number: number): Cells[] {
  // Neighbours' seeds differ in one bit; Fibonacci hashing sets them apart.
  const random = createRandom(Math.imul(number, 0x9e3779b1));
  const department = random.pick(departments);
  const [group, things] = random.pick(Object.entries(department.groups));
  const thing = random.pick(things).replaceAll('-', ' ');
  const material = random.pick(materials);
  const title = `${nameOf(random)} ${random.pick(qualities)} ${material} ${thing}`;
  const handle = `${title.toLowerCase().replaceAll(' ', '-')}-${number}`;
  const amount = amountOf(random, department.amounts);
  const colour = random.pick(colours);
  const isSoldOut = random.next() < 0.08;
  const first = random.between(0, department.values.length - VARIANTS);
  const whole: Cells = {
    Title: title,
    'Body (HTML)': descriptionOf(random, material, thing),
    Vendor: vendorOf(random),
    'Product Category': `${department.name} > ${group}`,
    Type: thing,
    Tags: someOf(random, tags, 4).join(', '),
    Collections: someOf(random, collections, 2).join(', '),
    Status: 'active',
    [NUMBER_COLUMN]: String(number),
  };
  return department.values.slice(first, first + VARIANTS).map((value, index) => ({
    ...(index === 0 && whole),
    Handle: handle,
    'Option1 Name': index === 0 ? department.option : '',
    'Option1 Value': value,
    'Option2 Name': index === 0 ? 'Colour' : '',
    'Option2 Value': colour,
    'Variant SKU': `LC-${String(number).padStart(7, '0')}-${index + 1}`,
    'Variant Grams': String(random.between(5, 400) * 10),
    'Variant Inventory Tracker': 'shopify',
    'Variant Inventory Qty': String(isSoldOut || random.next() < 0.1 ? 0 : random.between(1, 250)),
    'Variant Inventory Policy': 'deny',
    ...pricesOf(amount + index * Math.ceil(amount / 2000) * 100, random.next() < 0.15),
  }));
}

function nameOf(random: Random): string {
  return random.pick(beginnings) + random.pick(ends);
}

/** Of a fixed circle of makers, the first of which make most. */
function vendorOf(random: Random): string {
  const maker = createRandom(Math.floor(VENDORS * random.next() ** 3));
  return `${nameOf(maker)} ${maker.pick(['& Sons', 'Works', 'Makers', 'Supply', 'Studio'])}`;
}

/** Cheap things are many, dear ones few; all end in 90 cents or in 50. */
function amountOf(random: Random, [cheapest, dearest]: readonly [number, number]): number {
  const amount = cheapest * (dearest / cheapest) ** random.next();
  return Math.floor(amount / 100) * 100 + random.pick([90, 50]);
}

function pricesOf(amount: number, isReduced: boolean): Cells {
  const decimal = (minor: number) => (minor / 100).toFixed(2);
  const euros = (minor: number) => Math.round(minor * EUR_PER_USD);
  const before = Math.ceil(amount * 1.25);
  return {
    'Variant Price / USD': decimal(amount),
    'Variant Price / EUR': decimal(euros(amount)),
    ...(isReduced && {
      'Variant Compare At Price / USD': decimal(before),
      'Variant Compare At Price / EUR': decimal(euros(before)),
    }),
  };
}

/** None to `most`, each once. */
function someOf(random: Random, values: readonly string[], most: number): string[] {
  const chosen = Array.from({ length: random.between(0, most) }, () => random.pickEarly(values));
  return [...new Set(chosen)];
}

function descriptionOf(random: Random, material: string, thing: string): string {
  const [place, season] = [nameOf(random), random.pick(['year', 'summer', 'winter', 'decade'])];
  return (
    `<p>A ${random.pick(qualities).toLowerCase()} ${thing.toLowerCase()} of ${material.toLowerCase()}, ` +
    `made in ${place} and meant to be used every ${season}.</p>` +
    `<ul><li>${random.between(40, 100)} % ${material.toLowerCase()}</li>` +
    `<li>${random.pick(['Wipe clean', 'Wash at 30 °C', 'Keep dry', 'Oil once a year'])}</li></ul>`
  );
}

import { createShippingService, type ShippingTariff } from '../../src/services/shipping.service.ts';

const shipping = createShippingService();

const flat: ShippingTariff = {
  id: 'so_flat',
  name: 'Standard',
  description: '',
  bands: [{ minGrams: 0, maxGrams: null, amount: 500 }],
};
const byWeight: ShippingTariff = {
  id: 'so_weight',
  name: 'Express',
  description: '',
  bands: [
    { minGrams: 0, maxGrams: 1000, amount: 1000 },
    { minGrams: 1000, maxGrams: 5000, amount: 2000 },
  ],
};
const parcel = (grams: number) => ({ grams, requiresShipping: true });
const amounts = (grams: number) =>
  shipping.quotes([flat, byWeight], parcel(grams)).map(({ id, amount }) => [id, amount]);

describe('Shipping', () => {
  test('weighs only lines that are shipped', () => {
    const shirt = { quantity: 3, weightGrams: 200, requiresShipping: true };
    const download = { quantity: 9, weightGrams: 50, requiresShipping: false };
    expect(shipping.parcelOf([shirt, download])).toEqual({ grams: 600, requiresShipping: true });
    expect(shipping.parcelOf([download])).toEqual({ grams: 0, requiresShipping: false });
    expect(shipping.parcelOf([])).toEqual({ grams: 0, requiresShipping: false });
  });

  test('uses a band from its lower bound to just below its upper bound', () => {
    expect(amounts(0)).toEqual([
      ['so_flat', 500],
      ['so_weight', 1000],
    ]);
    expect(amounts(999)).toContainEqual(['so_weight', 1000]);
    expect(amounts(1000)).toContainEqual(['so_weight', 2000]);
    expect(amounts(4999)).toContainEqual(['so_weight', 2000]);
  });

  test('offers no option that has no band for the weight or the currency', () => {
    expect(amounts(5000)).toEqual([['so_flat', 500]]);
    expect(shipping.quotes([{ ...flat, bands: [] }], parcel(1))).toEqual([]);
  });

  test('offers no option when nothing is shipped', () => {
    expect(shipping.quotes([flat], { grams: 0, requiresShipping: false })).toEqual([]);
  });
});

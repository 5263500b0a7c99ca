import { defineDomain } from './defineDomain.ts';

export const inventory = defineDomain({
  movesMoney: true,
  idPrefixes: { location: 'loc', movement: 'mov', reservation: 'res' },
  errors: { out_of_stock: [409, 'Not enough stock'] },
});

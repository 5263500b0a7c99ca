import { defineDomain } from './defineDomain.ts';

export const companies = defineDomain({
  idPrefixes: { company: 'co', companyLocation: 'coloc', quantityRule: 'qrule' },
  errors: {
    company_limit_exceeded: [422, 'The company cannot hold more of this'],
    quantity_rule_invalid: [422, 'A quantity rule names what does not exist'],
    vat_id_invalid: [422, 'The VAT id has no valid format'],
  },
  permissions: ['companies:read', 'companies:write'],
  ownPermissions: { 'companies:read': 'verified' },
  tags: {
    Companies: {
      group: 'Staff',
      description:
        'Businesses that buy: locations with tax status and terms, members with order limits, and the quantities in which they buy.',
    },
    'My companies': {
      group: 'Storefront',
      description: 'The companies that the signed-in customer buys for.',
    },
  },
});

/** The exemption from tax that a customer has today, wherever it holds; no row or null where there is none. */
export const exemptionOfCustomer = (customer: string) => `
  SELECT x.tax_exemption FROM customers x WHERE x.id = ${customer}
    AND coalesce((x.tax_exemption ->> 'validUntil')::date, 'infinity') >= (now() AT TIME ZONE 'UTC')::date`;

/** Whether it is a non-negative amount in minor units of a currency. */
export function isMoney(money) {
  return (
    Number.isSafeInteger(money.amount) && money.amount >= 0 && /^[A-Z]{3}$/.test(money.currency)
  );
}

/** Whether the totals of a cart or an order are the sums of its lines and parts. */
export function addsUp({ items, totals, taxInclusive }) {
  const { subtotal, discount, shipping, tax, total } = totals;
  const ofLines = items.reduce((sum, item) => sum + item.unitPrice.amount * item.quantity, 0);
  const added = taxInclusive ? 0 : tax.amount;
  return (
    Object.values(totals).every(isMoney) &&
    subtotal.amount === ofLines &&
    total.amount === subtotal.amount - discount.amount + shipping.amount + added
  );
}

import { failed } from '../../src/mails/refunds/failed.ts';
import type { MailRefund } from '../../src/mails/refunds/readRefund.ts';
import { refunded } from '../../src/mails/refunds/refunded.ts';
import { customerMail, staffMail } from '../helpers/mails.ts';

const refund: MailRefund = {
  id: 'ref_1',
  orderId: 'ord_1',
  orderNumber: 1001,
  email: 'ann@example.com',
  amount: 5120,
  currency: 'KWD',
  locale: null,
  isWhole: false,
  isLast: false,
  failures: ['Charge <ch_1> has been charged back'],
};

const shop = { shopName: 'A & B' };

describe('The mail of a refund', () => {
  test('tells the customer how much of the order was refunded', () => {
    const { subject, text, html } = customerMail(refunded, refund, shop);
    expect(subject).toBe('Your refund for order 1001 at A & B');
    expect(text).toMatch(/\n\nWe have refunded KWD\s5.120 of your order 1001\.\n\n.*\n\nA & B$/);
    expect(html).toContain('A &amp; B');
    const textOf = (change: Partial<MailRefund>) =>
      customerMail(refunded, { ...refund, ...change }, shop).text;
    expect(textOf({ isWhole: true })).toContain('in full');
    const last = textOf({ isWhole: true, isLast: true });
    expect(last).toMatch(
      /\n\nWe have refunded another KWD\s5.120 of your order 1001\. With that, all /,
    );
    expect(last).not.toContain('in full');
  });

  test('tells staff why it failed, and what to do', () => {
    const mail = staffMail(failed, refund);
    expect(mail?.subject).toBe('A refund of order 1001 needs you');
    expect(mail?.text).toContain('The payment provider says: Charge <ch_1> has been charged back');
    expect(mail?.text).toContain('POST /api/v1/admin/refunds/ref_1/retry');
    expect(mail?.html).toContain('Charge &lt;ch_1&gt;');
    expect(staffMail(failed, { ...refund, failures: [] })?.text).toContain('by hand');
  });
});

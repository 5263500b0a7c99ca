import type { MailRefund } from '../../src/services/email/refund.ts';
import { refundedMail, refundFailedMail } from '../../src/services/email/refundMails.ts';

const refund: MailRefund = {
  id: 'ref_1',
  orderId: 'ord_1',
  orderNumber: 1001,
  email: 'ann@example.com',
  amount: 5120,
  currency: 'KWD',
  reason: 'requested_by_customer',
  isWhole: false,
  isLast: false,
  failures: ['Charge <ch_1> has been charged back'],
};

describe('The mail of a refund', () => {
  test('tells the customer how much of the order went back', () => {
    const { subject, text, html } = refundedMail(refund, 'A & B');
    expect(subject).toBe('Your refund for order 1001 at A & B');
    expect(text).toMatch(/^We have refunded KWD\s5.120 of your order 1001\.\n\n.*\n\nA & B$/);
    expect(html).toContain('A &amp; B');
    expect(refundedMail({ ...refund, isWhole: true }, 'A & B').text).toContain('in full');
    const last = refundedMail({ ...refund, isWhole: true, isLast: true }, 'A & B').text;
    expect(last).toMatch(
      /^We have refunded another KWD\s5.120 of your order 1001\. With that, all /,
    );
    expect(last).not.toContain('in full');
  });

  test('tells staff what has kept it from going back, and how to go on', () => {
    const { subject, text, html } = refundFailedMail(refund, 'Shop');
    expect(subject).toBe('A refund of order 1001 needs you');
    expect(text).toContain('The payment provider says: Charge <ch_1> has been charged back');
    expect(text).toContain('POST /api/v1/admin/refunds/ref_1/retry');
    expect(html).toContain('Charge &lt;ch_1&gt;');
    expect(refundFailedMail({ ...refund, failures: [] }, 'Shop').text).toContain('by hand');
  });
});

import { staffMailKinds } from '../../src/jobs/email.staff.job.ts';
import type { StaffNotice } from '../../src/services/email/staff.ts';
import { composeStaffMail } from '../../src/services/email/staffMails.ts';

const notice: StaffNotice = {
  orderId: 'ord_1',
  orderNumber: 1001,
  orderStatus: 'confirmed',
  orderPaymentStatus: 'unpaid',
  paymentId: 'pay_1',
  providerId: 'pi_1',
  amount: 2699,
  currency: 'USD',
  lastError: '2698 USD came of 2699 USD; a person has to decide',
  disputeId: 'du_1',
  disputeReason: 'product_not_received',
  disputeAmount: 2699,
  evidenceDueAt: new Date('2026-12-01T10:00:00Z'),
};

describe('A mail to staff', () => {
  test.each(staffMailKinds)('of %s names the order and the payment', (kind) => {
    const mail = composeStaffMail(kind, notice, 'My Shop');
    expect(mail?.subject).toContain('1001');
    expect(mail?.text).toContain('Order 1001 is ord_1, its payment pay_1.');
  });

  test('of another sum says what came and what can be done', () => {
    const mail = composeStaffMail('payment.amount_mismatch', notice, 'My Shop');
    expect(mail?.text).toContain('2698 USD came of 2699 USD');
    const partial = { ...notice, orderPaymentStatus: 'partially_paid' };
    const told = composeStaffMail('payment.amount_mismatch', partial, 'My Shop');
    expect(told?.text).toContain('The order is confirmed and partially paid.');
    for (const operation of ['cancel', 'refunds']) {
      expect(told?.text).toContain(`POST /api/v1/admin/orders/ord_1/${operation}`);
    }
    const pending = { ...partial, orderStatus: 'pending' };
    const waits = composeStaffMail('payment.amount_mismatch', pending, 'My Shop');
    expect(waits?.text).toContain('cancel it (POST /api/v1/admin/orders/ord_1/cancel)');
  });

  test.each(['unpaid', 'failed'])('of a lost authorization says how it is paid anew', (state) => {
    const owed = { ...notice, orderPaymentStatus: state };
    const mail = composeStaffMail('payment.authorization_lost', owed, 'My Shop');
    expect(mail?.text).toContain('POST /api/v1/orders/ord_1/payment');
    expect(mail?.text).toContain('POST /api/v1/admin/orders/ord_1/cancel');
  });

  test('of a dispute says how much, why, and until when evidence is taken', () => {
    const mail = composeStaffMail('dispute.opened', notice, 'My Shop');
    expect(mail?.text).toContain('$26.99 (product not received, du_1)');
    expect(mail?.text).toContain('until 2026-12-01');
  });

  test('of a lost dispute says what has become of the order', () => {
    const canceled = { ...notice, orderStatus: 'canceled' };
    expect(composeStaffMail('dispute.lost', canceled, 'My Shop')?.text).toContain('on the shelf');
    expect(composeStaffMail('dispute.lost', notice, 'My Shop')?.text).toContain('is confirmed');
  });

  test('of a dispute that is won says so when the order is canceled by then', () => {
    const canceled = { ...notice, orderStatus: 'canceled' };
    expect(composeStaffMail('dispute.won', canceled, 'My Shop')?.text).toContain(
      'But the order is canceled, and this money belongs to nothing',
    );
    expect(composeStaffMail('dispute.won', notice, 'My Shop')?.text).not.toContain('canceled');
  });

  test.each([
    ['canceled', 'unpaid'],
    ['confirmed', 'paid'],
  ])('of a lost authorization is not sent when the order is %s, %s by then', (status, payment) => {
    const now = { ...notice, orderStatus: status, orderPaymentStatus: payment };
    expect(composeStaffMail('payment.authorization_lost', now, 'My Shop')).toBeUndefined();
  });
});

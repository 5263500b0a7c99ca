import { lost, won } from '../../src/mails/disputes/closed.ts';
import { opened } from '../../src/mails/disputes/opened.ts';
import { amountMismatch } from '../../src/mails/payments/amountMismatch.ts';
import { authorizationLost } from '../../src/mails/payments/authorizationLost.ts';
import { missing } from '../../src/mails/payments/missing.ts';
import type { StaffNotice } from '../../src/mails/payments/readNotice.ts';
import { unspendable } from '../../src/mails/payments/unspendable.ts';
import { staffMail } from '../helpers/mails.ts';

const notice: StaffNotice = {
  id: 'du_1',
  orderId: 'ord_1',
  orderNumber: 1001,
  orderStatus: 'confirmed',
  orderPaymentStatus: 'unpaid',
  paymentId: 'pay_1',
  providerId: 'pi_1',
  creditAccountId: 'ca_1',
  amount: 2699,
  currency: 'USD',
  lastError: '$26.98 instead of $26.99; staff must decide what happens',
  disputeId: 'du_1',
  disputeReason: 'product_not_received',
  disputeAmount: 2699,
  evidenceDueAt: new Date('2026-12-01T10:00:00Z'),
  wasDisputeLost: false,
};

const contents = { amountMismatch, missing, authorizationLost, unspendable, opened, won, lost };

describe('A mail to staff', () => {
  test.each(Object.entries(contents))(
    'about %s names the order and the payment',
    (_name, content) => {
      const mail = staffMail(content, notice);
      expect(mail?.subject).toContain('1001');
      expect(mail?.text).toContain('Order 1001: ord_1');
      expect(mail?.text).toContain('Payment: pay_1');
    },
  );

  test('about an amount mismatch says what arrived and what can be done', () => {
    const mail = staffMail(amountMismatch, notice);
    expect(mail?.text).toContain('$26.98 instead of $26.99');
    const partial = { ...notice, orderPaymentStatus: 'partially_paid' };
    const text = staffMail(amountMismatch, partial)?.text;
    expect(text).toContain('The order is confirmed and partially paid.');
    for (const operation of ['cancel', 'refunds']) {
      expect(text).toContain(`POST /api/v1/admin/orders/ord_1/${operation}`);
    }
    const pending = staffMail(amountMismatch, { ...partial, orderStatus: 'pending' });
    expect(pending?.text).toMatch(/Cancel it.*: POST \/api\/v1\/admin\/orders\/ord_1\/cancel/);
    expect(pending?.text).not.toContain('/refunds');
  });

  test.each(['unpaid', 'failed'])(
    'about a lost authorization says how the order is paid again',
    (state) => {
      const mail = staffMail(authorizationLost, { ...notice, orderPaymentStatus: state });
      expect(mail?.text).toContain('POST /api/v1/orders/ord_1/payment');
      expect(mail?.text).toContain('POST /api/v1/admin/orders/ord_1/cancel');
    },
  );

  test('about a refund to a disabled account names the account', () => {
    const mail = staffMail(unspendable, notice);
    expect(mail?.text).toContain('PATCH /api/v1/admin/credit-accounts/ca_1');
  });

  test('about a dispute says how much, why, and until when evidence is accepted', () => {
    const mail = staffMail(opened, notice);
    expect(mail?.text).toContain('$26.99 (product not received)');
    expect(mail?.text).toContain('by December 1, 2026');
    expect(mail?.text).toContain('Dispute: du_1');
  });

  test('about a lost dispute says what happened to the order', () => {
    const canceled = { ...notice, orderStatus: 'canceled' };
    expect(staffMail(lost, canceled)?.text).toContain('on the shelf');
    expect(staffMail(lost, notice)?.text).toContain('is confirmed');
  });

  test('about a won dispute says what happens to the money of an order that was canceled before', () => {
    const canceled = { ...notice, orderStatus: 'canceled' };
    expect(staffMail(won, canceled)?.text).toContain('so the money goes back to the customer');
    expect(staffMail(won, { ...canceled, wasDisputeLost: true })?.text).toContain(
      'But the order is canceled, and this money belongs to no order',
    );
    expect(staffMail(won, notice)?.text).not.toContain('canceled');
  });

  test.each([
    ['canceled', 'unpaid'],
    ['confirmed', 'paid'],
  ])(
    'about a lost authorization is not sent when the order is %s, %s by then',
    (status, payment) => {
      const now = { ...notice, orderStatus: status, orderPaymentStatus: payment };
      expect(staffMail(authorizationLost, now)).toBeUndefined();
    },
  );
});

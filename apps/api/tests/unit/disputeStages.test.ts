import type { StripeGateway } from '../../src/integrations/stripe.ts';
import { providerDisputes } from '../../src/integrations/stripe/providerDisputes.ts';
import { canFollow } from '../../src/services/disputes/canFollow.ts';

const disputes = providerDisputes({} as StripeGateway);
const standingOf = (status: string) => disputes.standingOf(status);

describe('A dispute', () => {
  test.each([
    ['warning_needs_response', 'none'],
    ['needs_response', 'open'],
    ['under_review', 'open'],
    ['won', 'won'],
    ['lost', 'lost'],
    ['appeal_under_review', 'lost'],
    ['prevented', 'none'],
  ])('that is %s means "%s" for the money', (status, stage) => {
    expect(standingOf(status).stage).toBe(stage);
  });

  test('in an unknown status is refused', () => {
    expect(() => standingOf('brand_new')).toThrow('"brand_new"');
  });

  test.each([
    ['needs_response', 'under_review', true],
    ['needs_response', 'lost', true],
    ['warning_needs_response', 'needs_response', true],
    ['lost', 'appeal_needs_response', true],
    ['appeal_under_review', 'won', true],
    ['lost', 'needs_response', false],
    ['won', 'needs_response', false],
    ['won', 'lost', false],
    ['warning_closed', 'needs_response', false],
  ])('that was %s may change to %s: %s', (from, to, believed) => {
    expect(canFollow(standingOf(from), standingOf(to))).toBe(believed);
  });

  const isClosed = (status: string) => standingOf(status).isClosed;

  test('is closed when it is decided, though an appeal may follow', () => {
    expect(['won', 'lost', 'warning_closed', 'prevented'].every(isClosed)).toBe(true);
    expect(['needs_response', 'under_review', 'appeal_under_review'].some(isClosed)).toBe(false);
  });
});

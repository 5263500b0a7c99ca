-- Less came than was asked for, such as a part of a hold that was captured in Stripe's dashboard.
ALTER TYPE "order_payment_status" ADD VALUE 'partially_paid' BEFORE 'paid';

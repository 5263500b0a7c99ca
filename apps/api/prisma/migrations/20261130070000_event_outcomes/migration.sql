-- How each event of Stripe's has ended; what is of another system on the same account is counted.
ALTER TABLE "stripe_events" ADD COLUMN "outcome" TEXT;

UPDATE "stripe_events" SET "outcome" = CASE
  WHEN "last_error" LIKE 'it is of %' THEN 'not_ours'
  WHEN "last_error" LIKE 'given up by staff: %' THEN 'given_up'
  ELSE 'acted_on' END
WHERE "processed_at" IS NOT NULL;

ALTER TABLE "stripe_events" ADD CONSTRAINT "stripe_events_outcome"
  CHECK ("outcome" IN ('acted_on', 'unused', 'not_ours', 'given_up'));

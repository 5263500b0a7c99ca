-- One inbox for the events of all payment providers.
CREATE TABLE "provider_events" (
    "provider" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "object_id" TEXT,
    "payload" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "processed_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "provider_events_pkey" PRIMARY KEY ("provider", "id")
);

ALTER TABLE "provider_events" ADD CONSTRAINT "provider_events_outcome"
  CHECK ("outcome" IN ('acted_on', 'unused', 'not_ours', 'given_up'));

CREATE INDEX "provider_events_unprocessed" ON "provider_events" ("received_at") WHERE "processed_at" IS NULL;

-- During a rolling restart processes of the release before still keep and process events in the old
-- table: what they write is copied. An event that both have kept is acted on twice, which changes nothing.
CREATE FUNCTION "copy_stripe_event"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO provider_events (provider, id, type, object_id, payload, attempts, last_error,
    received_at, processed_at, outcome)
  VALUES ('stripe', NEW.id, NEW.type, NEW.object_id, NEW.payload, NEW.attempts, NEW.last_error,
    NEW.received_at, NEW.processed_at, NEW.outcome)
  ON CONFLICT (provider, id) DO UPDATE SET attempts = excluded.attempts,
    last_error = excluded.last_error, processed_at = excluded.processed_at, outcome = excluded.outcome
  WHERE provider_events.processed_at IS NULL;
  RETURN NULL;
END $$;

-- It waits for who is writing, and then keeps writers out until the copy below is committed.
CREATE TRIGGER "stripe_events_copy" AFTER INSERT OR UPDATE ON "stripe_events"
  FOR EACH ROW EXECUTE FUNCTION "copy_stripe_event"();

INSERT INTO "provider_events" ("provider", "id", "type", "object_id", "payload", "attempts",
  "last_error", "received_at", "processed_at", "outcome")
SELECT 'stripe', "id", "type", "object_id", "payload", "attempts", "last_error", "received_at",
  "processed_at", "outcome"
FROM "stripe_events";

-- What a dispute's status means for the money, in words of the shop's.
CREATE FUNCTION "stripe_dispute_stage"("status" TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN status IN ('needs_response', 'under_review') THEN 'open'
    WHEN status IN ('lost', 'appeal_needs_response', 'appeal_under_review') THEN 'lost'
    WHEN status = 'won' THEN 'won'
    WHEN status IN ('warning_needs_response', 'warning_under_review', 'warning_closed', 'prevented')
      THEN 'none' END
$$;

ALTER TABLE "disputes" ADD COLUMN "stage" TEXT;
UPDATE "disputes" SET "stage" = "stripe_dispute_stage"("status");

-- Processes of the release before write a status without its stage, and know Stripe alone.
CREATE FUNCTION "fill_dispute_stage"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM payments WHERE id = NEW.payment_id AND provider = 'stripe') THEN
    NEW.stage := coalesce(stripe_dispute_stage(NEW.status), NEW.stage);
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "disputes_fill_stage" BEFORE INSERT OR UPDATE ON "disputes"
  FOR EACH ROW EXECUTE FUNCTION "fill_dispute_stage"();

-- CreateTable
CREATE TABLE "data_requests" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "requested_by" TEXT NOT NULL,
    "forfeits_credit" BOOLEAN NOT NULL DEFAULT false,
    "blockers" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "file_key" TEXT,
    "file_bytes" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_requests_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "data_requests_customer_id_idx" ON "data_requests"("customer_id");

-- CreateIndex
CREATE INDEX "data_requests_expires_at_idx" ON "data_requests"("expires_at");

-- By hand: what Prisma cannot declare.

ALTER TABLE "data_requests"
  ADD CONSTRAINT "data_requests_kind" CHECK ("kind" IN ('export', 'erasure')),
  ADD CONSTRAINT "data_requests_state"
    CHECK ("state" IN ('queued', 'running', 'done', 'refused', 'expired'));

-- Of requests that come at the same time, one is kept.
CREATE UNIQUE INDEX "data_requests_one_open" ON "data_requests" ("customer_id", "kind")
  WHERE "state" IN ('queued', 'running');

-- A ledger is only added to, but what someone wrote in it about a person can be erased: the text of the
-- column that the trigger names, by that one word, and nothing beside it.
CREATE FUNCTION "forbid_change_but_erasure"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) ->> TG_ARGV[0] = '[erased]'
    AND to_jsonb(NEW) - TG_ARGV[0] = to_jsonb(OLD) - TG_ARGV[0] THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only: % is not allowed', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'restrict_violation';
END $$;

DROP TRIGGER "order_history_append_only" ON "order_history";
CREATE TRIGGER "order_history_append_only" BEFORE UPDATE OR DELETE ON "order_history"
  FOR EACH ROW EXECUTE FUNCTION "forbid_change_but_erasure"('reason');
DROP TRIGGER "credit_entries_append_only" ON "credit_entries";
CREATE TRIGGER "credit_entries_append_only" BEFORE UPDATE OR DELETE ON "credit_entries"
  FOR EACH ROW EXECUTE FUNCTION "forbid_change_but_erasure"('note');

-- What is left of an address without the person: the country, the region, and the district of a
-- postal code. Names and street are required where an address is read, so each becomes a dash.
CREATE FUNCTION "erased_address"("address" jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN "address" IS NOT NULL THEN jsonb_strip_nulls(jsonb_build_object(
    'firstName', '–', 'lastName', '–', 'line1', '–',
    'country', "address" -> 'country', 'region', "address" -> 'region',
    'postalCode', nullif(left("address" ->> 'postalCode', least(2, length("address" ->> 'postalCode') / 2)), '')))
  END
$$;

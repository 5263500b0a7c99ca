-- CreateTable
CREATE TABLE "consents" (
    "id" TEXT NOT NULL,
    "address_key" TEXT NOT NULL,
    "customer_id" TEXT,
    "channel" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "ip" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "newsletter_requests" (
    "id" TEXT NOT NULL,
    "address_key" TEXT NOT NULL,
    "topics" TEXT[],
    "locale" TEXT,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "newsletter_requests_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "consents_address_key_channel_topic_id_idx" ON "consents"("address_key", "channel", "topic", "id");

-- CreateIndex
CREATE INDEX "consents_customer_id_idx" ON "consents"("customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "newsletter_requests_address_key_key" ON "newsletter_requests"("address_key");

-- CreateIndex
CREATE INDEX "newsletter_requests_expires_at_idx" ON "newsletter_requests"("expires_at");

-- By hand: what Prisma cannot declare.

ALTER TABLE "consents"
  ADD CONSTRAINT "consents_channel" CHECK ("channel" IN ('email')),
  ADD CONSTRAINT "consents_state" CHECK ("state" IN ('pending', 'subscribed', 'unsubscribed')),
  ADD CONSTRAINT "consents_level"
    CHECK ("level" IN ('single_opt_in', 'confirmed_opt_in', 'existing_customer', 'unknown'));

-- By what an erased address is known: whether someone has opted out can still be asked of it.
CREATE FUNCTION "address_hash"("address" text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT 'sha256:' || encode(sha256(convert_to("address", 'UTF8')), 'hex')
$$;

-- Rows are proof, so they are only added to. An erasure may replace the address by its hash.
CREATE FUNCTION "forbid_consent_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW."ip" IS NULL
    AND NEW."address_key" IN (OLD."address_key", address_hash(OLD."address_key"))
    AND to_jsonb(NEW) - '{address_key,ip,customer_id}'::text[] = to_jsonb(OLD) - '{address_key,ip,customer_id}'::text[]
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only: % is not allowed', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "consents_append_only" BEFORE UPDATE OR DELETE ON "consents"
  FOR EACH ROW EXECUTE FUNCTION "forbid_consent_change"();
CREATE TRIGGER "consents_keep" BEFORE TRUNCATE ON "consents" EXECUTE FUNCTION "forbid_change"();

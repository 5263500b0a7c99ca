-- CreateTable
CREATE TABLE "api_keys" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "public_key" TEXT,
    "last_four" TEXT NOT NULL,
    "permissions" TEXT[],
    "sales_channel" TEXT,
    "origins" TEXT[],
    "expires_at" TIMESTAMPTZ(3),
    "previous_hash" TEXT,
    "previous_expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_hash_key" ON "api_keys"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_previous_hash_key" ON "api_keys"("previous_hash");

-- By hand: what Prisma cannot declare.

ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_kind_check" CHECK ("kind" IN ('publishable', 'secret'));
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_public_check"
  CHECK (("public_key" IS NOT NULL) = ("kind" = 'publishable'));

-- Every process forgets the key that it has cached (src/services/apiKeys.service.ts). That a key was used
-- changes nothing.
CREATE FUNCTION "api_key_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('cartwright', json_build_object(
    'type', 'apiKeys.changed', 'payload', json_build_object('id', OLD."id"))::text);
  RETURN NULL;
END $$;
CREATE TRIGGER "api_keys_notify"
  AFTER UPDATE OF "hash", "previous_expires_at", "permissions", "origins", "sales_channel", "expires_at", "revoked_at"
  OR DELETE ON "api_keys"
  FOR EACH ROW EXECUTE FUNCTION "api_key_changed"();

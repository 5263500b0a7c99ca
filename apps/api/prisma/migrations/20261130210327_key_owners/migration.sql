-- AlterTable
ALTER TABLE "api_keys" ADD COLUMN     "owner_id" TEXT;

-- CreateIndex
CREATE INDEX "api_keys_owner_id_idx" ON "api_keys"("owner_id");

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what Prisma cannot declare.

-- Secret keys that exist are limited by the rights of those who made them.
UPDATE "api_keys" k SET "owner_id" = u."id" FROM "users" u
  WHERE k."kind" = 'secret' AND k."created_by" = 'staff:' || u."id";

ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_owner_check" CHECK ("owner_id" IS NULL OR "kind" = 'secret');

DROP TRIGGER "api_keys_notify" ON "api_keys";
CREATE TRIGGER "api_keys_notify"
  AFTER UPDATE OF "hash", "previous_expires_at", "permissions", "origins", "sales_channel", "expires_at", "revoked_at", "owner_id"
  OR DELETE ON "api_keys"
  FOR EACH ROW EXECUTE FUNCTION "api_key_changed"();

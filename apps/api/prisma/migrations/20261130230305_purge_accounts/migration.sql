-- CreateIndex
CREATE INDEX "refresh_tokens_expires_at_idx" ON "refresh_tokens"("expires_at");

-- Prisma cannot declare it: registrations whose address was never proved, which the purge looks through.
CREATE INDEX "users_unproved_created_at_idx" ON "users"("created_at") WHERE "email_verified_at" IS NULL;

-- CreateTable
CREATE TABLE "user_identities" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "email" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "user_identities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provider_sign_ins" (
    "state_hash" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "user_id" TEXT,
    "mode" TEXT NOT NULL,
    "redirect_to" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "returned_at" TIMESTAMPTZ(3),
    "code_hash" TEXT,
    "person" JSONB,

    CONSTRAINT "provider_sign_ins_pkey" PRIMARY KEY ("state_hash")
);

-- CreateIndex
CREATE INDEX "user_identities_user_id_idx" ON "user_identities"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_identities_issuer_subject_key" ON "user_identities"("issuer", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "provider_sign_ins_code_hash_key" ON "provider_sign_ins"("code_hash");

-- CreateIndex
CREATE INDEX "provider_sign_ins_user_id_idx" ON "provider_sign_ins"("user_id");

-- CreateIndex
CREATE INDEX "provider_sign_ins_expires_at_idx" ON "provider_sign_ins"("expires_at");

-- AddForeignKey
ALTER TABLE "user_identities" ADD CONSTRAINT "user_identities_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider_sign_ins" ADD CONSTRAINT "provider_sign_ins_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what Prisma cannot declare.

ALTER TABLE "provider_sign_ins" ADD CONSTRAINT "provider_sign_ins_mode_check"
  CHECK ("mode" IN ('bearer', 'cookie'));
-- A code is only ever of a browser that came back, with someone whom the provider vouches for.
ALTER TABLE "provider_sign_ins" ADD CONSTRAINT "provider_sign_ins_code_check"
  CHECK ("code_hash" IS NULL OR ("returned_at" IS NOT NULL AND "person" IS NOT NULL));

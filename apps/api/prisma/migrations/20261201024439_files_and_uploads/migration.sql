-- CreateTable
CREATE TABLE "files" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "visibility" TEXT NOT NULL,
    "customer_id" TEXT,
    "name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "storage_key" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "dominant_color" CHAR(7),
    "focal_x" DOUBLE PRECISION NOT NULL DEFAULT 0.5,
    "focal_y" DOUBLE PRECISION NOT NULL DEFAULT 0.5,
    "derivatives" JSONB NOT NULL DEFAULT '[]',
    "alt" TEXT NOT NULL DEFAULT '',
    "alt_texts" JSONB NOT NULL DEFAULT '{}',
    "keep" BOOLEAN NOT NULL DEFAULT false,
    "source_url" TEXT,
    "created_by" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "uploads" (
    "id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "visibility" TEXT NOT NULL DEFAULT 'public',
    "customer_id" TEXT,
    "alt" TEXT NOT NULL DEFAULT '',
    "keep" BOOLEAN NOT NULL DEFAULT false,
    "storage_key" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "failure" TEXT,
    "file_id" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "uploads_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "files_storage_key_key" ON "files"("storage_key");

-- CreateIndex
CREATE INDEX "files_customer_id_idx" ON "files"("customer_id");

-- CreateIndex
CREATE INDEX "files_created_at_id_idx" ON "files"("created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "uploads_storage_key_key" ON "uploads"("storage_key");

-- CreateIndex
CREATE INDEX "uploads_file_id_idx" ON "uploads"("file_id");

-- CreateIndex
CREATE INDEX "uploads_customer_id_idx" ON "uploads"("customer_id");

-- CreateIndex
CREATE INDEX "uploads_expires_at_idx" ON "uploads"("expires_at");

-- AddForeignKey
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The same content for the same readers is the same file.
CREATE UNIQUE INDEX "files_content" ON "files"("sha256", "visibility", coalesce("customer_id", ''));

ALTER TABLE "files" ADD CONSTRAINT "files_kind_check" CHECK ("kind" IN ('picture', 'document'));
ALTER TABLE "files" ADD CONSTRAINT "files_visibility_check" CHECK ("visibility" IN ('public', 'staff', 'customer'));
ALTER TABLE "files" ADD CONSTRAINT "files_customer_check" CHECK (("customer_id" IS NOT NULL) = ("visibility" = 'customer'));
ALTER TABLE "files" ADD CONSTRAINT "files_picture_check"
  CHECK ("kind" <> 'picture' OR ("width" > 0 AND "height" > 0 AND "dominant_color" IS NOT NULL));
ALTER TABLE "files" ADD CONSTRAINT "files_focus_check"
  CHECK ("focal_x" BETWEEN 0 AND 1 AND "focal_y" BETWEEN 0 AND 1);
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_purpose_check" CHECK ("purpose" IN ('file', 'import'));
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_state_check" CHECK ("state" IN ('open', 'done', 'failed'));

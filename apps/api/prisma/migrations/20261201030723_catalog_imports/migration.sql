-- CreateTable
CREATE TABLE "catalog_imports" (
    "id" TEXT NOT NULL,
    "upload_id" TEXT,
    "name" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "dry_run" BOOLEAN NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "runs" INTEGER NOT NULL DEFAULT 0,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "bytes_done" BIGINT NOT NULL DEFAULT 0,
    "report" JSONB NOT NULL DEFAULT '{}',
    "earlier_runs" JSONB NOT NULL DEFAULT '[]',
    "problem" TEXT,
    "problem_detail" TEXT,
    "report_key" TEXT,
    "cancel_requested_at" TIMESTAMPTZ(3),
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "catalog_imports_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "catalog_imports_upload_id_idx" ON "catalog_imports"("upload_id");

-- CreateIndex
CREATE INDEX "catalog_imports_finished_at_idx" ON "catalog_imports"("finished_at");

-- AddForeignKey
ALTER TABLE "catalog_imports" ADD CONSTRAINT "catalog_imports_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "uploads"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand: what Prisma cannot declare.

ALTER TABLE "catalog_imports" ADD CONSTRAINT "catalog_imports_state_check"
  CHECK ("state" IN ('queued', 'running', 'done', 'failed', 'canceled'));
ALTER TABLE "catalog_imports" ADD CONSTRAINT "catalog_imports_finished_check"
  CHECK (("finished_at" IS NOT NULL) = ("state" IN ('done', 'failed', 'canceled')));
ALTER TABLE "catalog_imports" ADD CONSTRAINT "catalog_imports_problem_check"
  CHECK (("problem" IS NOT NULL) = ("state" = 'failed'));

-- Whoever watches it, in whichever process, reads it again.
CREATE FUNCTION "catalog_import_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('cartwright', json_build_object(
    'type', 'import.changed', 'payload', json_build_object('id', NEW."id"))::text);
  RETURN NULL;
END $$;
CREATE TRIGGER "catalog_imports_notify" AFTER UPDATE ON "catalog_imports"
  FOR EACH ROW EXECUTE FUNCTION "catalog_import_changed"();

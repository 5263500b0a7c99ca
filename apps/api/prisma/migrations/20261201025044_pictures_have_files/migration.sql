-- AlterTable
ALTER TABLE "product_images" ADD COLUMN     "file_id" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AddForeignKey
ALTER TABLE "product_images" ADD CONSTRAINT "product_images_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Most pictures of a large catalogue are links.
CREATE INDEX "product_images_with_file" ON "product_images" ("file_id") WHERE "file_id" IS NOT NULL;
-- What was stored by a release before, or by an import a moment ago: a job makes files of these.
CREATE INDEX "product_images_without_file" ON "product_images" ("id")
  WHERE "file_id" IS NULL AND "storage_key" IS NOT NULL;

-- During a rolling restart processes of the release before read the key, the size and the smaller versions
-- here, and know no crops. These four columns, and what copies into them, go with the release after next.
CREATE FUNCTION "picture_copies"("derivatives" jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(jsonb_agg(d) FILTER (WHERE d->>'crop' IS NULL), '[]') FROM jsonb_array_elements("derivatives") d
$$;
CREATE FUNCTION "copy_file_to_picture"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A process of the release before has put another picture in the place of the file.
  IF TG_OP = 'UPDATE' AND NEW."file_id" = OLD."file_id" AND NEW."storage_key" IS DISTINCT FROM OLD."storage_key" THEN
    NEW."file_id" := NULL;
  END IF;
  IF NEW."file_id" IS NOT NULL THEN
    SELECT f."storage_key", f."width", f."height", "picture_copies"(f."derivatives")
      INTO NEW."storage_key", NEW."width", NEW."height", NEW."derivatives"
      FROM "files" f WHERE f."id" = NEW."file_id";
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "product_images_copy_file" BEFORE INSERT OR UPDATE OF "file_id", "storage_key" ON "product_images"
  FOR EACH ROW WHEN (NEW."file_id" IS NOT NULL) EXECUTE FUNCTION "copy_file_to_picture"();

-- Cached answers hold what the file of a picture says: its products' processes hear of a change, by the
-- trigger on "product_images". A file's content never changes, so neither does its key.
CREATE FUNCTION "shown_file_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "product_images" SET "width" = NEW."width", "height" = NEW."height",
    "derivatives" = "picture_copies"(NEW."derivatives")
  WHERE "file_id" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "files_update_notify"
  AFTER UPDATE OF "width", "height", "dominant_color", "focal_x", "focal_y", "derivatives", "alt", "alt_texts" ON "files"
  FOR EACH ROW EXECUTE FUNCTION "shown_file_changed"();

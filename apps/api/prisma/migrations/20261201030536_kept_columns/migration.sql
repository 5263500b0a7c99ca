-- AlterTable
ALTER TABLE "products" ADD COLUMN     "extras" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "variants" ADD COLUMN     "cost" BIGINT,
ADD COLUMN     "cost_currency" CHAR(3),
ADD COLUMN     "extras" JSONB NOT NULL DEFAULT '{}';

ALTER TABLE "variants"
ADD CONSTRAINT "variants_cost" CHECK (cost >= 0 AND (cost IS NULL) = (cost_currency IS NULL)),
ADD CONSTRAINT "variants_extras" CHECK (jsonb_typeof(extras) = 'object');

ALTER TABLE "products"
ADD CONSTRAINT "products_extras" CHECK (jsonb_typeof(extras) = 'object');

-- Pictures of the site, and that one was withdrawn. Both are only ever added. The picture itself is kept here or in a
-- store beside the database, as the row says: re-encoded, nothing of the file that was sent is kept.

CREATE TABLE "photograph" (
  "id" UUID NOT NULL,
  "case_id" UUID NOT NULL,
  "device_id" UUID,
  "taken_on" DATE NOT NULL,
  "note" TEXT,
  "width_px" INTEGER NOT NULL,
  "height_px" INTEGER NOT NULL,
  "store" TEXT NOT NULL,
  "digest" TEXT NOT NULL,
  "recorded_by" UUID NOT NULL,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "photograph_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "photograph_case_id_taken_on_idx" ON "photograph"("case_id", "taken_on");
CREATE UNIQUE INDEX "photograph_case_id_id_key" ON "photograph"("case_id", "id");

CREATE TABLE "photograph_image" (
  "photograph_id" UUID NOT NULL,
  "size" TEXT NOT NULL,
  "bytes" BYTEA NOT NULL,
  CONSTRAINT "photograph_image_pkey" PRIMARY KEY ("photograph_id", "size")
);

CREATE TABLE "photograph_retraction" (
  "photograph_id" UUID NOT NULL,
  "case_id" UUID NOT NULL,
  "reason" TEXT NOT NULL,
  "recorded_by" UUID NOT NULL,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "photograph_retraction_pkey" PRIMARY KEY ("photograph_id")
);

ALTER TABLE "photograph" ADD CONSTRAINT "photograph_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "distraction_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "photograph" ADD CONSTRAINT "photograph_case_id_device_id_fkey" FOREIGN KEY ("case_id", "device_id") REFERENCES "device"("case_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "photograph" ADD CONSTRAINT "photograph_recorded_by_fkey" FOREIGN KEY ("recorded_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "photograph_image" ADD CONSTRAINT "photograph_image_photograph_id_fkey" FOREIGN KEY ("photograph_id") REFERENCES "photograph"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "photograph_retraction" ADD CONSTRAINT "photograph_retraction_case_id_photograph_id_fkey" FOREIGN KEY ("case_id", "photograph_id") REFERENCES "photograph"("case_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "photograph_retraction" ADD CONSTRAINT "photograph_retraction_recorded_by_fkey" FOREIGN KEY ("recorded_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE photograph
  -- A day may have begun elsewhere.
  ADD CONSTRAINT photograph_taken_on_check CHECK (taken_on >= '1990-01-01' AND taken_on <= (recorded_at AT TIME ZONE 'UTC')::date + 1),
  ADD CONSTRAINT photograph_note_check CHECK (says_something(note, 500)),
  ADD CONSTRAINT photograph_pixels_check CHECK (width_px BETWEEN 1 AND 3000 AND height_px BETWEEN 1 AND 3000),
  ADD CONSTRAINT photograph_store_check CHECK (store IN ('database', 's3')),
  ADD CONSTRAINT photograph_digest_check CHECK (digest ~ '^[0-9a-f]{64}$');
ALTER TABLE photograph_image
  ADD CONSTRAINT photograph_image_size_check CHECK (size IN ('full', 'thumbnail')),
  -- JPEG, and no more than a picture of 3,000 by 3,000 pixels can need.
  ADD CONSTRAINT photograph_image_bytes_check CHECK (substring(bytes FROM 1 FOR 3) = '\xffd8ff' AND octet_length(bytes) <= 27000000);
ALTER TABLE photograph_retraction
  ADD CONSTRAINT photograph_retraction_reason_check CHECK (says_something(reason, 500));
-- JPEG does not get smaller; kept as it is, it is read without being unpacked.
ALTER TABLE photograph_image ALTER COLUMN bytes SET STORAGE EXTERNAL;

DO $$
DECLARE
  append_only text;
BEGIN
  FOREACH append_only IN ARRAY ARRAY['photograph', 'photograph_image', 'photograph_retraction']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()',
      append_only || '_append_only', append_only);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
      append_only || '_no_truncate', append_only);
  END LOOP;
END $$;

-- The picture belongs to its row: it comes in the transaction of that row, or never.
CREATE FUNCTION check_photograph_image() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  parent record;
BEGIN
  SELECT store, xmin = pg_current_xact_id()::xid AS is_new INTO parent FROM photograph WHERE id = NEW.photograph_id;
  IF NOT FOUND THEN RETURN NEW; END IF;
  IF NOT parent.is_new OR parent.store <> 'database' THEN
    RAISE EXCEPTION 'photograph_image is append-only: its photograph was recorded before, or is kept elsewhere'
      USING ERRCODE = 'restrict_violation', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER photograph_image_of_photograph BEFORE INSERT ON photograph_image
  FOR EACH ROW EXECUTE FUNCTION check_photograph_image();

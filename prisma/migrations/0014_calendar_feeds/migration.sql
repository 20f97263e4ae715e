-- Addresses under which a calendar reads the theatre times of a person or of a room. Only the hash of a token is kept.
CREATE TABLE calendar_feed (
  id uuid NOT NULL,
  clinic_id uuid NOT NULL,
  person_id uuid,
  room_id uuid,
  token_hash text NOT NULL,
  made_by uuid NOT NULL,
  created_at timestamptz(3) NOT NULL,
  revoked_at timestamptz(3),
  CONSTRAINT calendar_feed_pkey PRIMARY KEY (id),
  CONSTRAINT calendar_feed_whose_check CHECK ((person_id IS NULL) <> (room_id IS NULL)),
  CONSTRAINT calendar_feed_token_hash_check CHECK (token_hash ~ '^[0-9a-f]{64}$')
);
CREATE UNIQUE INDEX calendar_feed_token_hash_key ON calendar_feed (token_hash);
CREATE UNIQUE INDEX calendar_feed_one_per_person_key ON calendar_feed (clinic_id, person_id) WHERE revoked_at IS NULL AND person_id IS NOT NULL;
CREATE UNIQUE INDEX calendar_feed_one_per_room_key ON calendar_feed (clinic_id, room_id) WHERE revoked_at IS NULL AND room_id IS NOT NULL;

ALTER TABLE calendar_feed
  ADD CONSTRAINT calendar_feed_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT calendar_feed_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT calendar_feed_clinic_id_room_id_fkey FOREIGN KEY (clinic_id, room_id) REFERENCES room (clinic_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT calendar_feed_made_by_fkey FOREIGN KEY (made_by) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;

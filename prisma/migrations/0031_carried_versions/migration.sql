-- An amendment that begins before another version leaves that one where it was signed, with the amendment in it: a version
-- of its own, which says which one it carries on.
ALTER TABLE protocol_version
  ADD COLUMN carries integer,
  ADD CONSTRAINT protocol_version_carries_check CHECK (carries < version),
  ADD CONSTRAINT protocol_version_case_id_carries_fkey
    FOREIGN KEY (case_id, carries) REFERENCES protocol_version (case_id, version) ON DELETE RESTRICT ON UPDATE CASCADE;

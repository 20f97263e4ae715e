-- A second factor of sign-in. Its secret is sealed with a key from TURNWISE_SECRET; codes and tokens are kept as hashes.
CREATE TABLE second_factor (
  person_id uuid NOT NULL,
  sealed_secret text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  confirmed_at timestamptz(3),
  last_step integer,
  CONSTRAINT second_factor_pkey PRIMARY KEY (person_id),
  CONSTRAINT second_factor_confirmed_by_a_code CHECK ((confirmed_at IS NULL) = (last_step IS NULL))
);

CREATE TABLE recovery_code (
  person_id uuid NOT NULL,
  code_hash text NOT NULL,
  used_at timestamptz(3),
  CONSTRAINT recovery_code_pkey PRIMARY KEY (person_id,code_hash)
);

CREATE TABLE sign_in_step (
  token_hash text NOT NULL,
  person_id uuid NOT NULL,
  created_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  CONSTRAINT sign_in_step_pkey PRIMARY KEY (token_hash)
);

ALTER TABLE second_factor ADD CONSTRAINT second_factor_person_id_fkey
  FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE recovery_code ADD CONSTRAINT recovery_code_person_id_fkey
  FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE sign_in_step ADD CONSTRAINT sign_in_step_person_id_fkey
  FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;

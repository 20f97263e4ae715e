-- To whom the open flags of a case were given: a list of one's own has more than the cases of a surgeon.
ALTER TABLE case_standing ADD COLUMN owners uuid[] NOT NULL DEFAULT ARRAY[]::uuid[];
UPDATE case_standing s SET owners = given.owners
FROM (
  SELECT case_id, array_agg(DISTINCT (flag ->> 'ownerId')::uuid) AS owners
  FROM case_standing, json_array_elements(assessment -> 'flags') AS flag
  WHERE flag ->> 'ownerId' IS NOT NULL AND flag ->> 'acknowledged' IS NULL
  GROUP BY case_id
) AS given
WHERE given.case_id = s.case_id;

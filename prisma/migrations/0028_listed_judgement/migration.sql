-- What the list of open cases shows of a judgement, beside the whole of it: a page of 50 reads less than half as much.
-- Those that are stored are made of the whole; they are due to be judged anew, and are by whoever reads next.
ALTER TABLE case_standing ADD COLUMN listed json;
UPDATE case_standing SET reassess_at = least(reassess_at, now()), listed = json_build_object(
  'phase', assessment -> 'phase',
  'tolerance', assessment -> 'tolerance',
  'devices', assessment -> 'devices',
  'top', assessment -> 'flags' -> 0,
  'moreFlags', greatest(0, json_array_length(assessment -> 'flags') - 1),
  'forecast', assessment -> 'forecast',
  'removal', assessment -> 'removal',
  'lastReportAt', assessment -> 'lastReportAt',
  'reachedAt', assessment -> 'reachedAt',
  'nextSlot', assessment -> 'nextSlot',
  'recent', assessment -> 'recent');
ALTER TABLE case_standing ALTER COLUMN listed SET NOT NULL;
ALTER TABLE case_standing ALTER COLUMN listed SET STORAGE EXTERNAL;

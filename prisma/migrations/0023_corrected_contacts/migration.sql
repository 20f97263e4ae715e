-- What is corrected of a contact may be how it came about: what was written as a call was a visit.
DROP TRIGGER contact_correction ON contact;
CREATE TRIGGER contact_correction BEFORE INSERT ON contact
  FOR EACH ROW WHEN (NEW.corrects_id IS NOT NULL) EXECUTE FUNCTION check_correction('case_id');

-- The urgency of a standing also says what its worst flag is about: those with a flag are judged anew.
UPDATE case_standing SET reassess_at = least(reassess_at, now()) WHERE urgency > 0;

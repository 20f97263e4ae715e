-- Each model that comes with the product names where its figures stand, or says that no public source gives them.
UPDATE device_model SET source = 'No public source for the distance of a turn: confirm at placement'
  WHERE id IN ('0198a000-0000-7000-8000-000000000001', '0198a000-0000-7000-8000-000000000003', '0198a000-0000-7000-8000-000000000008');
UPDATE device_model SET source = 'One published calibration, of 1.0 mm a turn: confirm at placement'
  WHERE id = '0198a000-0000-7000-8000-000000000002';
UPDATE device_model SET source = 'KLS Martin, Instructions for Use, 3DX External Distraction System, V. 1.2, section 15: one full turn equals 0.5 mm'
  WHERE id = '0198a000-0000-7000-8000-000000000004';
UPDATE device_model SET source = 'No public source for its 0.5 mm a turn: confirm at placement'
  WHERE id = '0198a000-0000-7000-8000-000000000005';
UPDATE device_model SET source = 'KLS Martin, Instructions for Use, Herford Transport Distractor, section 15: one complete turn equals 0.5 mm'
  WHERE id = '0198a000-0000-7000-8000-000000000006';
UPDATE device_model SET source = 'No public source for its 0.25 mm a stroke: confirm at placement'
  WHERE id = '0198a000-0000-7000-8000-000000000007';

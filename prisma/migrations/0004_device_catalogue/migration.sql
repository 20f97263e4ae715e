-- Models that published sources support. µm per turn is null where no source gives it: it is confirmed at placement.
INSERT INTO device_model (id, maker, name, sites, um_per_turn, actuations_per_turn, travels_um) VALUES
  ('0198a000-0000-7000-8000-000000000001', 'DePuy Synthes', 'CMF Distraction System', '{posterior-cranial-vault,mandible}', NULL, 1, '{10000,15000,20000,25000,30000,35000,40000}'),
  ('0198a000-0000-7000-8000-000000000002', 'KLS Martin', 'Internal Distraction (Arnaud type)', '{posterior-cranial-vault,frontofacial-monobloc}', 1000, 1, '{}'),
  ('0198a000-0000-7000-8000-000000000003', 'KLS Martin', 'SonicPins RxG', '{posterior-cranial-vault}', NULL, 1, '{40000}'),
  ('0198a000-0000-7000-8000-000000000004', 'KLS Martin', '3DX (external)', '{maxilla,mandible}', 500, 1, '{}'),
  ('0198a000-0000-7000-8000-000000000005', 'KLS Martin', 'RED (external halo)', '{le-fort-iii,frontofacial-monobloc,maxilla}', 500, 1, '{}'),
  ('0198a000-0000-7000-8000-000000000006', 'KLS Martin', 'Herford', '{mandible}', 500, 1, '{}'),
  ('0198a000-0000-7000-8000-000000000007', 'KLS Martin', 'Rotterdam / Bologna midline', '{mandible}', 1000, 4, '{}'),
  ('0198a000-0000-7000-8000-000000000008', 'OsteoMed', 'Cranial Distraction System', '{posterior-cranial-vault}', NULL, NULL, '{}');

\set d random(1, 64)
\set p random(1, 1000000000000000)
INSERT INTO bench.event VALUES ('D' || :d, :p, 'cycle-' || :p, 1, 'ActionLogged', 1::smallint, gen_random_uuid(), 0, '\x0000000000000000000000000000000000000000000000000000000000000000', NULL, NULL, 'postgres', now(), now(), '{"minutes":30,"text":"Asked the model for a first draft of the proposal and checked the figures"}', '\x00000000000000000000000000000000', '\x0000000000000000000000000000000000000000000000000000000000000000');

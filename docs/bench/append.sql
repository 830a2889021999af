\set d random(1, 64)
\set p random(1, 1000000000000000)
SELECT log.append_one('D' || :d, gen_random_uuid(), '\x00000000000000000000000000000000', '\x0000000000000000000000000000000000000000000000000000000000000000', 'cycle-' || :p, 0, 'ActionLogged', 1::smallint, now(), '{"minutes":30,"text":"Asked the model for a first draft of the proposal and checked the figures"}', NULL, NULL);

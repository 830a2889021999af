\set d random(1, 64)
\set p random(1, 2000000000)
SELECT log.append('D' || :d, gen_random_uuid(), '{"command":"do","minutes":30,"text":"Asked the model for a first draft of the proposal and checked the figures"}', ARRAY['cycle-' || :p], '{0}', ARRAY['cycle-' || :p], '{ActionLogged}', '{1}', ARRAY[now()], ARRAY['{"minutes":30,"text":"Asked the model for a first draft of the proposal and checked the figures"}'], NULL, NULL);

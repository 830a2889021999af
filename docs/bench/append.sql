\set d random(1, 64)
\set p random(1, 1000000000000000)
SELECT log.append_one('D' || :d, gen_random_uuid(), :salt, :hash, 'cycle-' || :p, :version, :type, :schema, :at, :payload);

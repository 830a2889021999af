\set d random(1, 64)
\set i :i + 1
\set p permute(:base + :client_id * 100000 + :i, 900000000, 7) + 1
SELECT log.append_one('D' || :d, gen_random_uuid(), :salt, :hash, 'cycle-' || :p, :version, :type, :schema, :at, :payload);

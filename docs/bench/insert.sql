\set d random(1, 64)
\set p random(1, 1000000000000000)
INSERT INTO bench.event VALUES ('D' || :d, :p, 'cycle-' || :p, :version, :type, :schema, gen_random_uuid(), :ordinal, :hash, NULL, NULL, :actor, :at, :at, :payload, :salt, :hash, 2, NULL, :salts);

-- Purpose: what log.salts and log.committed make of a flat payload (log.is_flat) whose strings are all texts,
--   at a quarter of their price: no JSON is walked through.
-- Parameters: the payload's text, canonical; the names of its type's texts
-- Result: the payload as its line holds it, and its salts; both null for any other payload
-- Volatility: volatile, since salts are random
CREATE OR REPLACE FUNCTION log.commit_flat(p_payload text, p_texts text[], OUT body text, OUT salts text)
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
  pieces text[]; -- each but the last ends with the name of a string
  word text;
  words text;
  salt bytea;
BEGIN
  IF NOT log.is_flat(p_payload) THEN
    RETURN;
  END IF;
  pieces := string_to_array(p_payload, '":"');
  body := pieces[1];
  salts := '{';
  FOR place IN 2 .. cardinality(pieces) LOOP
    word := split_part(pieces[place - 1], '"', -1);
    IF (word = ANY (p_texts)) IS NOT TRUE THEN
      body := NULL;
      salts := NULL;
      RETURN;
    END IF;
    words := split_part(pieces[place], '"', 1);
    salt := uuid_send(gen_random_uuid());
    salts := concat(salts, CASE WHEN place > 2 THEN ',' END, '"/', word, '":"', encode(salt, 'hex'), '"');
    body := concat(body, '":{"@sha256":"', encode(sha256(
      salt || convert_to(concat('/', word), 'UTF8') || E'\\x00' || convert_to(words, 'UTF8')), 'hex'),
      '"}', substr(pieces[place], length(words) + 2));
  END LOOP;
  salts := salts || '}';
END $$;

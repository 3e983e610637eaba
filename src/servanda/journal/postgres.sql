-- The journal in PostgreSQL: a schema of its own in which entries are only ever added. The order comes from one writer at
-- a time, who holds an advisory lock, and from primary keys; no isolation level is relied on.
CREATE TABLE bundle (
  first  bigint PRIMARY KEY,    -- the number of its first entry; the first entry of all is 1
  leaves bytea NOT NULL,        -- 32 bytes an entry: SHA-256 of a zero byte and the entry
  lines  bytea NOT NULL         -- the entries, joined by line breaks; never written again
);
ALTER TABLE bundle ALTER leaves SET STORAGE EXTERNAL;  -- hashes do not compress

CREATE TABLE act (
  id     bytea PRIMARY KEY,     -- SHA-256 of the canonical act
  number bigint NOT NULL        -- the entry that holds it
);

CREATE TABLE head (
  id      integer PRIMARY KEY CHECK (id = 1),
  version integer NOT NULL,     -- of this schema
  size    bigint NOT NULL,
  root    bytea NOT NULL,       -- RFC 6962 root over the leaves
  peaks   bytea NOT NULL        -- roots of the full subtrees, 32 bytes each, largest first
);

-- The entries one by one, for whoever looks with a tool of his own.
CREATE VIEW entry AS
SELECT first + at - 1 AS number, substr(leaves, ((at - 1) * 32 + 1)::int, 32) AS leaf, decode(line, 'hex') AS data
FROM bundle, regexp_split_to_table(regexp_replace(encode(lines, 'hex'), '(..)', '\1 ', 'g'), '0a ')
  WITH ORDINALITY AS split (spaced, at), replace(spaced, ' ', '') AS line;

CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'an entry is never changed, and never deleted' USING ERRCODE = 'restrict_violation'; END $$;

CREATE FUNCTION follow() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE next bigint;
BEGIN
  SELECT first + octet_length(leaves) / 32 INTO next FROM bundle ORDER BY first DESC LIMIT 1;
  IF NEW.first IS DISTINCT FROM coalesce(next, 1) THEN
    RAISE EXCEPTION 'an entry has the next number' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION grow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.size < OLD.size THEN
    RAISE EXCEPTION 'the journal never becomes shorter' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER bundle_follows BEFORE INSERT ON bundle FOR EACH ROW EXECUTE FUNCTION follow();
CREATE TRIGGER bundle_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON bundle EXECUTE FUNCTION refuse();
CREATE TRIGGER act_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON act EXECUTE FUNCTION refuse();
CREATE TRIGGER head_grows BEFORE UPDATE ON head FOR EACH ROW EXECUTE FUNCTION grow();
CREATE TRIGGER head_remains BEFORE DELETE OR TRUNCATE ON head EXECUTE FUNCTION refuse();

-- The journal in SQLite. Entries are only ever added, those of one commit as the lines of one row; the head only grows.
-- The triggers keep honest programs honest; against others stand the hashes, the checkpoint beside, and witnesses.
CREATE TABLE bundle (
  first  INTEGER PRIMARY KEY,   -- the number of its first entry; the first entry of all is 1
  leaves BLOB NOT NULL,         -- 32 bytes an entry: SHA-256 of a zero byte and the entry, so that an altered one can be named
  lines  BLOB NOT NULL          -- the entries, joined by line breaks; never written again
) STRICT;

-- Where an act stands, found by the first eight bytes of its id; filled some thousand entries at a time, so the newest
-- acts are not in it yet. It can be made anew from the entries.
CREATE TABLE act (
  key    INTEGER NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (key, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE head (
  id      INTEGER PRIMARY KEY CHECK (id = 1),
  size    INTEGER NOT NULL,
  root    BLOB NOT NULL,        -- RFC 6962 root over the leaves
  peaks   BLOB NOT NULL,        -- roots of the full subtrees, 32 bytes each, largest first
  indexed INTEGER NOT NULL      -- up to this entry the acts are found by the table act
) STRICT;

-- The entries one by one, for whoever looks with a tool of his own; Servanda itself reads whole bundles.
CREATE VIEW entry (number, leaf, data) AS
WITH RECURSIVE part (number, leaves, data, rest) AS (
  SELECT first, leaves,
    iif(instr(lines, x'0a'), substr(lines, 1, instr(lines, x'0a') - 1), lines),
    iif(instr(lines, x'0a'), substr(lines, instr(lines, x'0a') + 1), NULL)
  FROM bundle
  UNION ALL
  SELECT number + 1, substr(leaves, 33),
    iif(instr(rest, x'0a'), substr(rest, 1, instr(rest, x'0a') - 1), rest),
    iif(instr(rest, x'0a'), substr(rest, instr(rest, x'0a') + 1), NULL)
  FROM part WHERE rest IS NOT NULL
)
SELECT number, substr(leaves, 1, 32), data FROM part;

-- A trigger on INSERT because REPLACE deletes rows without asking the trigger on DELETE.
CREATE TRIGGER bundle_follows BEFORE INSERT ON bundle
WHEN NEW.first IS NOT ifnull((SELECT first + length(leaves) / 32 FROM bundle ORDER BY first DESC LIMIT 1), 1)
BEGIN SELECT RAISE(ABORT, 'an entry has the next number'); END;

CREATE TRIGGER bundle_stays BEFORE UPDATE ON bundle
BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END;

CREATE TRIGGER bundle_remains BEFORE DELETE ON bundle
BEGIN SELECT RAISE(ABORT, 'an entry is never deleted'); END;

CREATE TRIGGER head_grows BEFORE UPDATE ON head WHEN NEW.size < OLD.size
BEGIN SELECT RAISE(ABORT, 'the journal never becomes shorter'); END;

CREATE TRIGGER head_remains BEFORE DELETE ON head
BEGIN SELECT RAISE(ABORT, 'the head is never deleted'); END;

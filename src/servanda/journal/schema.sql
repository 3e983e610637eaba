-- The journal in SQLite. Entries are only ever added, each with the next number; the head only ever grows.
-- The triggers keep honest programs honest; against others stand the hashes, the checkpoint beside, and witnesses.
CREATE TABLE entry (
  number INTEGER PRIMARY KEY,
  act_id TEXT NOT NULL UNIQUE,  -- SHA-256 of the canonical act
  leaf   BLOB NOT NULL,         -- SHA-256 of a zero byte and data, so that an altered entry can be named
  data   BLOB NOT NULL          -- the entry, never written again
) STRICT;

CREATE TABLE head (
  id    INTEGER PRIMARY KEY CHECK (id = 1),
  size  INTEGER NOT NULL,
  root  BLOB NOT NULL,          -- RFC 6962 root over the leaves
  peaks BLOB NOT NULL           -- roots of the full subtrees, 32 bytes each, largest first
) STRICT;

-- A trigger on INSERT because REPLACE deletes rows without asking the trigger on DELETE.
CREATE TRIGGER entry_follows BEFORE INSERT ON entry
WHEN NEW.number IS NOT (SELECT ifnull(max(number), 0) + 1 FROM entry)
  OR EXISTS (SELECT 1 FROM entry WHERE act_id = NEW.act_id)
BEGIN SELECT RAISE(ABORT, 'an entry has the next number and an act of its own'); END;

CREATE TRIGGER entry_stays BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END;

CREATE TRIGGER entry_remains BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry is never deleted'); END;

CREATE TRIGGER head_grows BEFORE UPDATE ON head WHEN NEW.size < OLD.size
BEGIN SELECT RAISE(ABORT, 'the journal never becomes shorter'); END;

CREATE TRIGGER head_remains BEFORE DELETE ON head
BEGIN SELECT RAISE(ABORT, 'the head is never deleted'); END;

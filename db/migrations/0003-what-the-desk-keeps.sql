-- What the coding desk keeps: codes with the rules of their use, memos on anything, links from memos to excerpts, summaries,
-- questions that were saved, versions of texts that were corrected by hand, and an index of words.

-- When a code is used and when not, and an example that anchors it, with the excerpt it was taken from.
ALTER TABLE codes ADD COLUMN when_to_use TEXT NOT NULL DEFAULT '';
ALTER TABLE codes ADD COLUMN when_not_to_use TEXT NOT NULL DEFAULT '';
ALTER TABLE codes ADD COLUMN anchor_example TEXT NOT NULL DEFAULT '';
ALTER TABLE codes ADD COLUMN anchor_excerpt_id INTEGER REFERENCES excerpts (id) ON DELETE SET NULL;
CREATE INDEX codes_by_anchor_excerpt ON codes (anchor_excerpt_id) WHERE anchor_excerpt_id IS NOT NULL;
UPDATE changes SET before = json_set(before, '$.when_to_use', '', '$.when_not_to_use', '', '$.anchor_example', '',
  '$.anchor_excerpt_id', NULL) WHERE table_name = 'codes' AND before IS NOT NULL;
UPDATE changes SET after = json_set(after, '$.when_to_use', '', '$.when_not_to_use', '', '$.anchor_example', '',
  '$.anchor_excerpt_id', NULL) WHERE table_name = 'codes' AND after IS NOT NULL;

-- Notes on anything: at most one of the ids is set, and none for a note on the study. `document` is what the editor
-- stores (Lexical, JSON) and null for a comment that came with a file; `text` says the same without form, for search.
-- Author and moment of writing are as the file says for comments that came with one.
CREATE TABLE memos_new (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  transcript_id INTEGER REFERENCES transcripts (id) ON DELETE CASCADE,
  excerpt_id INTEGER REFERENCES excerpts (id) ON DELETE CASCADE,
  coding_id INTEGER REFERENCES codings (id) ON DELETE CASCADE,
  code_id INTEGER REFERENCES codes (id) ON DELETE CASCADE,
  company_id INTEGER REFERENCES companies (id) ON DELETE CASCADE,
  practitioner_id INTEGER REFERENCES practitioners (id) ON DELETE CASCADE,
  rating_id INTEGER REFERENCES ratings (id) ON DELETE CASCADE,
  kind TEXT NOT NULL DEFAULT 'note' CHECK (kind IN ('note', 'theoretical', 'methodological', 'reflexive')),
  title TEXT NOT NULL DEFAULT '',
  coder_id INTEGER REFERENCES coders (id) ON DELETE SET NULL,
  author TEXT NOT NULL DEFAULT '',
  written_at TEXT,
  changed_at TEXT,
  document TEXT CHECK (document IS NULL OR json_valid(document)),
  text TEXT NOT NULL,
  CHECK ((transcript_id IS NOT NULL) + (excerpt_id IS NOT NULL) + (coding_id IS NOT NULL) + (code_id IS NOT NULL)
    + (company_id IS NOT NULL) + (practitioner_id IS NOT NULL) + (rating_id IS NOT NULL) <= 1)
) STRICT;
INSERT INTO memos_new (id, guid, transcript_id, excerpt_id, author, written_at, text)
  SELECT id, guid, transcript_id, excerpt_id, author, written_at, text FROM memos;
DROP TABLE memos;
ALTER TABLE memos_new RENAME TO memos;
CREATE INDEX memos_by_transcript ON memos (transcript_id);
CREATE INDEX memos_by_excerpt ON memos (excerpt_id);
CREATE INDEX memos_by_coding ON memos (coding_id);
CREATE INDEX memos_by_code ON memos (code_id);
CREATE INDEX memos_by_company ON memos (company_id);
CREATE INDEX memos_by_practitioner ON memos (practitioner_id);
CREATE INDEX memos_by_rating ON memos (rating_id);
CREATE INDEX memos_by_coder ON memos (coder_id);
UPDATE changes SET before = json_set(before, '$.coding_id', NULL, '$.code_id', NULL, '$.company_id', NULL,
  '$.practitioner_id', NULL, '$.rating_id', NULL, '$.kind', 'note', '$.title', '', '$.coder_id', NULL,
  '$.changed_at', NULL, '$.document', NULL) WHERE table_name = 'memos' AND before IS NOT NULL;
UPDATE changes SET after = json_set(after, '$.coding_id', NULL, '$.code_id', NULL, '$.company_id', NULL,
  '$.practitioner_id', NULL, '$.rating_id', NULL, '$.kind', 'note', '$.title', '', '$.coder_id', NULL,
  '$.changed_at', NULL, '$.document', NULL) WHERE table_name = 'memos' AND after IS NOT NULL;

-- The excerpts a memo speaks of, as its text links to them.
CREATE TABLE memo_links (
  memo_id INTEGER NOT NULL REFERENCES memos (id) ON DELETE CASCADE,
  excerpt_id INTEGER NOT NULL REFERENCES excerpts (id) ON DELETE CASCADE,
  PRIMARY KEY (memo_id, excerpt_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX memo_links_by_excerpt ON memo_links (excerpt_id);

-- What a researcher holds of one company under one code, in her own words: a cell of the framework matrix.
CREATE TABLE summaries (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  company_id INTEGER NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
  code_id INTEGER NOT NULL REFERENCES codes (id) ON DELETE CASCADE,
  text TEXT NOT NULL CHECK (text <> ''),
  coder_id INTEGER REFERENCES coders (id) ON DELETE SET NULL,
  changed_at TEXT NOT NULL,
  UNIQUE (company_id, code_id)
) STRICT;
CREATE INDEX summaries_by_code ON summaries (code_id);
CREATE INDEX summaries_by_coder ON summaries (coder_id);

-- Questions to the codings that were given a name, as JSON.
CREATE TABLE saved_queries (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (name <> ''),
  query TEXT NOT NULL CHECK (json_valid(query)),
  created_at TEXT NOT NULL
) STRICT;

-- What a transcript was before a corrected file replaced it, or before its text was corrected by hand: text, turns and
-- excerpts (JSON lists), and the file. `bytes` is null when the file stayed the same: it is that of the next version with
-- bytes, or of the transcript.
CREATE TABLE transcript_versions_new (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  transcript_id INTEGER NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number > 0),
  reason TEXT NOT NULL CHECK (reason IN ('file', 'edit')),
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  charset TEXT,
  sha256 TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  replaced_at TEXT NOT NULL,
  bytes BLOB,
  turns TEXT NOT NULL CHECK (json_valid(turns)),
  excerpts TEXT NOT NULL CHECK (json_valid(excerpts)),
  text TEXT NOT NULL,
  UNIQUE (transcript_id, number),
  CHECK (bytes IS NOT NULL OR reason = 'edit')
) STRICT;
INSERT INTO transcript_versions_new SELECT id, guid, transcript_id, number, 'file', file_name, media_type, charset, sha256,
  imported_at, replaced_at, bytes, turns, excerpts, text FROM transcript_versions;
DROP TABLE transcript_versions;
ALTER TABLE transcript_versions_new RENAME TO transcript_versions;
UPDATE changes SET before = json_set(before, '$.reason', 'file') WHERE table_name = 'transcript_versions' AND before IS NOT NULL;
UPDATE changes SET after = json_set(after, '$.reason', 'file') WHERE table_name = 'transcript_versions' AND after IS NOT NULL;

-- The words of every transcript, accents folded. Derived: rows that are missing are written when words are looked for, so
-- importing need not wait for them; what was changed or deleted goes at once.
CREATE VIRTUAL TABLE transcript_words USING fts5 (
  text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER transcript_words_of_deleted AFTER DELETE ON transcripts
BEGIN
  DELETE FROM transcript_words WHERE rowid = OLD.id;
END;
CREATE TRIGGER transcript_words_of_changed AFTER UPDATE OF text ON transcripts WHEN OLD.text IS NOT NEW.text
BEGIN
  DELETE FROM transcript_words WHERE rowid = OLD.id;
END;

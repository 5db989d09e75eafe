-- What an import knows beyond the text: when turns end, comments, former versions, what was decided before; what a
-- study knows of its people and sessions: attributes, places, what the interview guide covered.

-- Rows that belong wholly to the changed row, such as the turns of a transcript: an undo that takes it out keeps them
-- here for a redo, as a JSON object of lists by table.
ALTER TABLE changes ADD COLUMN owned TEXT;

-- When the turn ends in the recording, written as in the file; only subtitles and the like tell it.
ALTER TABLE turns ADD COLUMN end_time TEXT;
UPDATE changes SET before = json_set(before, '$.end_time', NULL) WHERE table_name = 'turns' AND before IS NOT NULL;
UPDATE changes SET after = json_set(after, '$.end_time', NULL) WHERE table_name = 'turns' AND after IS NOT NULL;

-- Half of all turns are an interviewer's, whom nobody looks up here.
DROP INDEX turns_by_participant;
CREATE INDEX turns_by_participant ON turns (participant_id) WHERE participant_id IS NOT NULL;

-- A corrected file is found by the name of the one before.
CREATE INDEX transcripts_by_file_name ON transcripts (file_name COLLATE NOCASE);

-- Where the session took place.
ALTER TABLE sessions ADD COLUMN place TEXT NOT NULL DEFAULT '';
UPDATE changes SET before = json_set(before, '$.place', '') WHERE table_name = 'sessions' AND before IS NOT NULL;
UPDATE changes SET after = json_set(after, '$.place', '') WHERE table_name = 'sessions' AND after IS NOT NULL;

-- The scheme items that the guide of a session covered. A session without any says nothing of what was asked.
CREATE TABLE asked (
  session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  item_ref TEXT NOT NULL CHECK (item_ref <> ''),
  PRIMARY KEY (session_id, item_ref)
) STRICT, WITHOUT ROWID;

-- What is noted of practitioners beyond role and seniority, such as years in the company. Choices are a JSON list.
CREATE TABLE attributes (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('text', 'number', 'date', 'yes or no', 'choice')),
  choices TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(choices)),
  position INTEGER NOT NULL
) STRICT;

-- The value of an attribute for one practitioner, as text: numbers as 3.5, dates as 2021-02-03, yes or no.
CREATE TABLE attribute_values (
  attribute_id INTEGER NOT NULL REFERENCES attributes (id) ON DELETE CASCADE,
  practitioner_id INTEGER NOT NULL REFERENCES practitioners (id) ON DELETE CASCADE,
  value TEXT NOT NULL CHECK (value <> ''),
  PRIMARY KEY (attribute_id, practitioner_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX attribute_values_by_practitioner ON attribute_values (practitioner_id);

-- Notes: on a transcript, or on a passage of one by its excerpt. Author and moment are as the file says for comments.
CREATE TABLE memos (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  transcript_id INTEGER REFERENCES transcripts (id) ON DELETE CASCADE,
  excerpt_id INTEGER REFERENCES excerpts (id) ON DELETE CASCADE,
  author TEXT NOT NULL DEFAULT '',
  written_at TEXT,
  text TEXT NOT NULL CHECK (text <> '')
) STRICT;
CREATE INDEX memos_by_transcript ON memos (transcript_id);
CREATE INDEX memos_by_excerpt ON memos (excerpt_id);

-- What a transcript was before a corrected file replaced it: text, turns and excerpts (JSON lists), and the file.
CREATE TABLE transcript_versions (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  transcript_id INTEGER NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number > 0),
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  charset TEXT,
  sha256 TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  replaced_at TEXT NOT NULL,
  bytes BLOB NOT NULL,
  turns TEXT NOT NULL CHECK (json_valid(turns)),
  excerpts TEXT NOT NULL CHECK (json_valid(excerpts)),
  text TEXT NOT NULL,
  UNIQUE (transcript_id, number)
) STRICT;

-- What was decided in an import and is proposed in the next: who a label is, which company a word or folder means.
CREATE TABLE import_choices (
  kind TEXT NOT NULL CHECK (kind IN ('speaker', 'company', 'folder', 'rule', 'charset')),
  about TEXT NOT NULL,
  choice TEXT NOT NULL CHECK (json_valid(choice)),
  PRIMARY KEY (kind, about)
) STRICT, WITHOUT ROWID;

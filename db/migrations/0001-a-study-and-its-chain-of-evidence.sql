-- A study, its people, its texts, its codings, its ratings and placements, and the history of every change.
-- Offsets are UTF-16 code units of the stored text, end exclusive. Dates are ISO 8601; moments are UTC.
-- Tables whose rows can travel between studies carry a guid (UUIDv7).

-- The study itself: always one row.
CREATE TABLE study (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  guid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (name <> ''),
  rule_id TEXT,
  created_at TEXT NOT NULL,
  written_by TEXT NOT NULL
) STRICT;

-- The coding schemes copied into the study, with their version; the active one is coded with.
CREATE TABLE schemes (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  scheme_ref TEXT NOT NULL,
  version TEXT NOT NULL,
  name TEXT NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document)),
  source_text TEXT NOT NULL,
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  UNIQUE (scheme_ref, version)
) STRICT;

-- Who codes and rates.
CREATE TABLE coders (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (name <> ''),
  colour TEXT NOT NULL
) STRICT;

-- How data was collected; the letter begins the participant ids.
CREATE TABLE techniques (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  letter TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (letter <> ''),
  name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (name <> ''),
  position INTEGER NOT NULL
) STRICT;

-- The case companies.
CREATE TABLE companies (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (label <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  definition TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL
) STRICT;

-- The persons heard; each counts once as a source, however many participant ids it has.
CREATE TABLE practitioners (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  company_id INTEGER NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (name <> ''),
  role TEXT NOT NULL DEFAULT '',
  seniority TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX practitioners_by_company ON practitioners (company_id);

-- A practitioner in one technique, with an id such as P1.
CREATE TABLE participants (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  practitioner_id INTEGER NOT NULL REFERENCES practitioners (id) ON DELETE CASCADE,
  technique_id INTEGER NOT NULL REFERENCES techniques (id) ON DELETE RESTRICT,
  label TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (label <> '')
) STRICT;
CREATE INDEX participants_by_practitioner ON participants (practitioner_id);

-- One interview, workshop, meeting or stand-up on one date.
CREATE TABLE sessions (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (label <> ''),
  company_id INTEGER NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
  technique_id INTEGER NOT NULL REFERENCES techniques (id) ON DELETE RESTRICT,
  date TEXT CHECK (date IS NULL OR date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  duration_minutes INTEGER CHECK (duration_minutes IS NULL OR duration_minutes > 0),
  interviewer TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX sessions_by_company ON sessions (company_id);

-- Who was present in a session.
CREATE TABLE session_participants (
  session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  participant_id INTEGER NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
  PRIMARY KEY (session_id, participant_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX session_participants_by_participant ON session_participants (participant_id);

-- The text of a session. The text stands last, so that lists need not read over it.
CREATE TABLE transcripts (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (name <> ''),
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  charset TEXT,
  sha256 TEXT NOT NULL,
  words INTEGER NOT NULL,
  imported_at TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX transcripts_by_session ON transcripts (session_id);
CREATE INDEX transcripts_by_sha256 ON transcripts (sha256);

-- The imported file, byte for byte.
CREATE TABLE originals (
  transcript_id INTEGER PRIMARY KEY REFERENCES transcripts (id) ON DELETE CASCADE,
  bytes BLOB NOT NULL
) STRICT;

-- What one speaker says until the next one does. Without participant it is an interviewer or unknown.
CREATE TABLE turns (
  id INTEGER PRIMARY KEY,
  transcript_id INTEGER NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
  text_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  label TEXT,
  time TEXT,
  participant_id INTEGER REFERENCES participants (id) ON DELETE SET NULL,
  is_interviewer INTEGER NOT NULL DEFAULT 0 CHECK (is_interviewer IN (0, 1)),
  UNIQUE (transcript_id, position),
  CHECK (start_offset <= text_offset AND text_offset <= end_offset)
) STRICT;
CREATE INDEX turns_by_participant ON turns (participant_id);
CREATE INDEX turns_by_place ON turns (transcript_id, start_offset);

-- Labels: items of the scheme, and open codes.
CREATE TABLE codes (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('activity', 'precondition', 'open')),
  item_ref TEXT UNIQUE,
  parent_id INTEGER REFERENCES codes (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (name <> ''),
  definition TEXT NOT NULL DEFAULT '',
  colour TEXT NOT NULL,
  position INTEGER NOT NULL,
  CHECK ((kind = 'open') = (item_ref IS NULL))
) STRICT;
CREATE UNIQUE INDEX open_codes_by_name ON codes (name COLLATE NOCASE) WHERE kind = 'open';
CREATE INDEX codes_by_parent ON codes (parent_id);

-- A passage of a transcript, with its quote.
CREATE TABLE excerpts (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  transcript_id INTEGER NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
  end_offset INTEGER NOT NULL,
  quote TEXT NOT NULL,
  UNIQUE (transcript_id, start_offset, end_offset),
  CHECK (start_offset < end_offset)
) STRICT;

-- One coder put one code on one excerpt.
CREATE TABLE codings (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  excerpt_id INTEGER NOT NULL REFERENCES excerpts (id) ON DELETE CASCADE,
  code_id INTEGER NOT NULL REFERENCES codes (id) ON DELETE CASCADE,
  coder_id INTEGER NOT NULL REFERENCES coders (id) ON DELETE CASCADE,
  status TEXT NOT NULL CHECK (status IN ('in place', 'partly', 'planned', 'not in place', 'not stated')),
  evidence TEXT NOT NULL CHECK (evidence IN ('affirmation', 'artefact', 'indirect artefact')),
  comment TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  UNIQUE (excerpt_id, code_id, coder_id)
) STRICT;
CREATE INDEX codings_by_code ON codings (code_id);
CREATE INDEX codings_by_coder ON codings (coder_id);

-- How far a precondition is achieved in a company, as one coder rates it, with the rationale.
CREATE TABLE ratings (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  company_id INTEGER NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
  item_ref TEXT NOT NULL,
  value TEXT NOT NULL CHECK (value IN ('N', 'P', 'L', 'F', 'n/a', 'unknown')),
  rationale TEXT NOT NULL DEFAULT '',
  coder_id INTEGER NOT NULL REFERENCES coders (id) ON DELETE CASCADE,
  rated_at TEXT NOT NULL,
  UNIQUE (company_id, item_ref)
) STRICT;
CREATE INDEX ratings_by_coder ON ratings (coder_id);

-- The excerpts a rating rests on.
CREATE TABLE rating_excerpts (
  rating_id INTEGER NOT NULL REFERENCES ratings (id) ON DELETE CASCADE,
  excerpt_id INTEGER NOT NULL REFERENCES excerpts (id) ON DELETE CASCADE,
  PRIMARY KEY (rating_id, excerpt_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX rating_excerpts_by_excerpt ON rating_excerpts (excerpt_id);

-- Where the researcher puts a company, with the rationale; in halves.
CREATE TABLE placements (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  company_id INTEGER NOT NULL UNIQUE REFERENCES companies (id) ON DELETE CASCADE,
  value REAL NOT NULL CHECK (value >= 0 AND value * 2 = CAST(value * 2 AS INTEGER)),
  rationale TEXT NOT NULL DEFAULT '',
  date TEXT CHECK (date IS NULL OR date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  coder_id INTEGER REFERENCES coders (id) ON DELETE SET NULL,
  placed_at TEXT NOT NULL
) STRICT;

-- One labelled action of a person: the unit of undo and of the audit trail.
CREATE TABLE steps (
  id INTEGER PRIMARY KEY,
  label TEXT NOT NULL CHECK (label <> ''),
  coder_id INTEGER,
  done_at TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;

-- What a step did to each row, as JSON; before is null for an insert, after is null for a delete.
CREATE TABLE changes (
  id INTEGER PRIMARY KEY,
  step_id INTEGER NOT NULL REFERENCES steps (id) ON DELETE CASCADE,
  table_name TEXT NOT NULL,
  row_key TEXT NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX changes_by_step ON changes (step_id, id);

-- Reading views with stable names for R, pandas and DuckDB.
CREATE VIEW v_participants AS
SELECT p.label AS participant, t.letter AS technique, t.name AS technique_name, pr.name AS practitioner,
  pr.role, pr.seniority, c.label AS company, c.name AS company_name
FROM participants p
JOIN techniques t ON t.id = p.technique_id
JOIN practitioners pr ON pr.id = p.practitioner_id
JOIN companies c ON c.id = pr.company_id;

CREATE VIEW v_excerpts AS
SELECT k.guid AS coding, tr.name AS transcript, e.start_offset, e.end_offset, e.quote,
  coalesce(code.item_ref, code.name) AS code, code.name AS code_name, code.kind AS code_kind, coder.name AS coder,
  k.status, k.evidence, k.comment, c.label AS company, te.letter AS technique, s.date,
  (SELECT pa.label FROM turns tu LEFT JOIN participants pa ON pa.id = tu.participant_id
   WHERE tu.transcript_id = tr.id AND tu.start_offset <= e.start_offset
   ORDER BY tu.start_offset DESC LIMIT 1) AS participant
FROM codings k
JOIN excerpts e ON e.id = k.excerpt_id
JOIN transcripts tr ON tr.id = e.transcript_id
JOIN sessions s ON s.id = tr.session_id
JOIN companies c ON c.id = s.company_id
JOIN techniques te ON te.id = s.technique_id
JOIN codes code ON code.id = k.code_id
JOIN coders coder ON coder.id = k.coder_id;

CREATE VIEW v_ratings AS
SELECT c.label AS company, r.item_ref AS precondition, r.value AS rating, r.rationale, k.name AS coder, r.rated_at,
  (SELECT count(*) FROM rating_excerpts re WHERE re.rating_id = r.id) AS excerpts
FROM ratings r
JOIN companies c ON c.id = r.company_id
JOIN coders k ON k.id = r.coder_id;

CREATE VIEW v_placements AS
SELECT c.label AS company, c.name AS company_name, p.value AS placement, p.rationale, p.date
FROM placements p
JOIN companies c ON c.id = p.company_id;

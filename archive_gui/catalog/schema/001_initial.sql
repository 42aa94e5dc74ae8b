-- The archive's files and what the curator said of them.

CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- A file that is gone stays as a missing row, so that its marks stay too.
-- unread: the file is new or altered and its content was not looked at since.
CREATE TABLE images (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL,
    size INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    sha256 TEXT,
    width INTEGER,
    height INTEGER,
    format TEXT,
    pages INTEGER,
    error TEXT,
    missing INTEGER NOT NULL DEFAULT 0 CHECK (missing IN (0, 1)),
    unread INTEGER NOT NULL DEFAULT 1 CHECK (unread IN (0, 1)),
    added TEXT NOT NULL
);
CREATE UNIQUE INDEX images_path ON images (path) WHERE missing = 0;
CREATE INDEX images_sha256 ON images (sha256);

CREATE TABLE groupings (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT ''
);

CREATE TABLE marks (
    grouping INTEGER NOT NULL REFERENCES groupings (id),
    image INTEGER NOT NULL REFERENCES images (id),
    role TEXT NOT NULL CHECK (role IN ('anchor', 'positive', 'negative')),
    PRIMARY KEY (grouping, image)
) WITHOUT ROWID;
CREATE UNIQUE INDEX marks_one_anchor ON marks (grouping) WHERE role = 'anchor';
CREATE INDEX marks_image ON marks (image);

-- The undo journal. While `recording` holds a step, triggers note every changed row, so that no
-- change to groupings or marks can be made that cannot be undone.
CREATE TABLE steps (
    id INTEGER PRIMARY KEY,
    label TEXT NOT NULL,
    made TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
);
CREATE TABLE changes (
    id INTEGER PRIMARY KEY,
    step INTEGER NOT NULL REFERENCES steps (id) ON DELETE CASCADE,
    relation TEXT NOT NULL,
    before TEXT,
    after TEXT
);
CREATE INDEX changes_step ON changes (step);
CREATE TABLE recording (step INTEGER NOT NULL REFERENCES steps (id) ON DELETE CASCADE);

CREATE TRIGGER groupings_insert AFTER INSERT ON groupings BEGIN
    INSERT INTO changes (step, relation, before, after)
    SELECT step, 'groupings', NULL,
           json_object('id', NEW.id, 'name', NEW.name, 'note', NEW.note) FROM recording;
END;
CREATE TRIGGER groupings_update AFTER UPDATE ON groupings BEGIN
    INSERT INTO changes (step, relation, before, after)
    SELECT step, 'groupings', json_object('id', OLD.id, 'name', OLD.name, 'note', OLD.note),
           json_object('id', NEW.id, 'name', NEW.name, 'note', NEW.note) FROM recording;
END;
CREATE TRIGGER groupings_delete AFTER DELETE ON groupings BEGIN
    INSERT INTO changes (step, relation, before, after)
    SELECT step, 'groupings', json_object('id', OLD.id, 'name', OLD.name, 'note', OLD.note),
           NULL FROM recording;
END;
CREATE TRIGGER marks_insert AFTER INSERT ON marks BEGIN
    INSERT INTO changes (step, relation, before, after)
    SELECT step, 'marks', NULL,
           json_object('grouping', NEW.grouping, 'image', NEW.image, 'role', NEW.role)
    FROM recording;
END;
CREATE TRIGGER marks_update AFTER UPDATE ON marks BEGIN
    INSERT INTO changes (step, relation, before, after)
    SELECT step, 'marks',
           json_object('grouping', OLD.grouping, 'image', OLD.image, 'role', OLD.role),
           json_object('grouping', NEW.grouping, 'image', NEW.image, 'role', NEW.role)
    FROM recording;
END;
CREATE TRIGGER marks_delete AFTER DELETE ON marks BEGIN
    INSERT INTO changes (step, relation, before, after)
    SELECT step, 'marks',
           json_object('grouping', OLD.grouping, 'image', OLD.image, 'role', OLD.role), NULL
    FROM recording;
END;

-- Pairs of groupings whose members are not to be taken for unlike each other; the smaller id first.
CREATE TABLE related (
    grouping INTEGER NOT NULL REFERENCES groupings (id),
    other INTEGER NOT NULL REFERENCES groupings (id),
    PRIMARY KEY (grouping, other),
    CHECK (grouping < other)
) WITHOUT ROWID;
CREATE INDEX related_other ON related (other);

CREATE TRIGGER related_insert AFTER INSERT ON related BEGIN
    INSERT INTO changes (step, relation, before, after)
    SELECT step, 'related', NULL, json_object('grouping', NEW.grouping, 'other', NEW.other)
    FROM recording;
END;
CREATE TRIGGER related_delete AFTER DELETE ON related BEGIN
    INSERT INTO changes (step, relation, before, after)
    SELECT step, 'related', json_object('grouping', OLD.grouping, 'other', OLD.other), NULL
    FROM recording;
END;

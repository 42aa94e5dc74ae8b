-- What other programs know of an image, in the order in which they told it.
CREATE TABLE properties (
    id INTEGER PRIMARY KEY,
    image INTEGER NOT NULL REFERENCES images (id),
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (image, name)
);
CREATE INDEX properties_name ON properties (name, value);

-- Who made which marks of a step that merged somebody else's groupings, and when.
CREATE TABLE credits (
    step INTEGER NOT NULL REFERENCES steps (id) ON DELETE CASCADE,
    grouping INTEGER NOT NULL,
    image INTEGER NOT NULL,
    who TEXT NOT NULL,
    made TEXT NOT NULL,
    PRIMARY KEY (step, grouping, image)
) WITHOUT ROWID;

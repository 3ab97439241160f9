-- How the file was read: notes, joins, encoding. None where an earlier version read it.
ALTER TABLE dataset ADD COLUMN reading VARCHAR(1000000); -- JSON

-- What was last chosen to be read of files with the same tables.
CREATE TABLE source_choice (
    tables  CHAR(64) PRIMARY KEY, -- SHA-256 of the headers of all tables as a JSON array
    options VARCHAR(1000000)         NOT NULL, -- JSON
    chosen  TIMESTAMP WITH TIME ZONE NOT NULL
);

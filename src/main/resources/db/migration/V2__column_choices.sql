-- What was last chosen for files with the same headers.
CREATE TABLE column_choice (
    headers CHAR(64) PRIMARY KEY, -- SHA-256 of the sorted headers as a JSON array
    choice  VARCHAR(1000000)         NOT NULL, -- JSON
    chosen  TIMESTAMP WITH TIME ZONE NOT NULL
);

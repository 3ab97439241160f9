-- What was set for the whole installation on the page for administrators.
CREATE TABLE setting (
    name     VARCHAR(100) PRIMARY KEY,
    document VARCHAR(1000000) NOT NULL -- JSON
);

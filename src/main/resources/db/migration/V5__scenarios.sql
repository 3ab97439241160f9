-- Returns of a budget that were kept to be compared.
CREATE TABLE roi_scenario (
    id       BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run      BIGINT                   NOT NULL REFERENCES run ON DELETE CASCADE,
    name     VARCHAR(1000)            NOT NULL,
    scenario VARCHAR(1000000)         NOT NULL, -- JSON
    saved    TIMESTAMP WITH TIME ZONE NOT NULL,
    saved_by VARCHAR(1000)            NOT NULL,
    UNIQUE (run, name)
);

-- Campaigns with a control group. Who is in which group follows from the run and the seed.
CREATE TABLE campaign (
    id        BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run       BIGINT                   NOT NULL REFERENCES run ON DELETE CASCADE,
    name      VARCHAR(1000)            NOT NULL,
    campaign  VARCHAR(100000)          NOT NULL, -- JSON
    customers INTEGER                  NOT NULL,
    control   INTEGER                  NOT NULL,
    made      TIMESTAMP WITH TIME ZONE NOT NULL,
    made_by   VARCHAR(1000)            NOT NULL,
    UNIQUE (run, name)
);

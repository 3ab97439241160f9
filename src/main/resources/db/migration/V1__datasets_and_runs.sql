CREATE TABLE dataset (
    sha256     CHAR(64) PRIMARY KEY,
    name       VARCHAR(1000)            NOT NULL,
    format     VARCHAR(1000)            NOT NULL,
    headers    VARCHAR(1000000)         NOT NULL, -- JSON array, in file order
    row_count  BIGINT                   NOT NULL,
    byte_count BIGINT                   NOT NULL,
    added      TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE TABLE run (
    id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    dataset    CHAR(64)                 NOT NULL REFERENCES dataset,
    name       VARCHAR(1000)            NOT NULL,
    algorithm  VARCHAR(1000)            NOT NULL,
    recipe     VARCHAR(1000000)         NOT NULL, -- JSON
    status     VARCHAR(16)              NOT NULL,
    created    TIMESTAMP WITH TIME ZONE NOT NULL,
    created_by VARCHAR(1000)            NOT NULL,
    started    TIMESTAMP WITH TIME ZONE,
    ended      TIMESTAMP WITH TIME ZONE,
    failure    VARCHAR(10000),
    -- written together with the status SUCCEEDED
    silhouette DOUBLE PRECISION,
    customers  INTEGER,
    result     VARCHAR(1000000)                      -- JSON, without the model, which is a file
);

CREATE INDEX run_by_dataset ON run (dataset);

-- The customers of a run by id as text, some hundred to a block.
CREATE TABLE assignment (
    run       BIGINT             NOT NULL REFERENCES run ON DELETE CASCADE,
    block     INTEGER            NOT NULL,
    customers VARBINARY(1048576) NOT NULL,
    PRIMARY KEY (run, block)
);

-- What finds them: per customer its id and cluster, and their positions in the order of each key to sort by.
CREATE TABLE assignment_index (
    run     BIGINT             NOT NULL REFERENCES run ON DELETE CASCADE,
    part    VARCHAR(32)        NOT NULL,
    piece   INTEGER            NOT NULL,
    content VARBINARY(1048576) NOT NULL,
    PRIMARY KEY (run, part, piece)
);

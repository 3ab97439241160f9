CREATE TABLE dataset (
    sha256     CHAR(64) PRIMARY KEY,
    name       VARCHAR(1000)            NOT NULL,
    format     VARCHAR(1000)            NOT NULL,
    headers    CLOB                     NOT NULL, -- JSON array, in file order
    row_count  BIGINT                   NOT NULL,
    byte_count BIGINT                   NOT NULL,
    added      TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE TABLE run (
    id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    dataset    CHAR(64)                 NOT NULL REFERENCES dataset,
    name       VARCHAR(1000)            NOT NULL,
    algorithm  VARCHAR(1000)            NOT NULL,
    recipe     CLOB                     NOT NULL, -- JSON
    status     VARCHAR(16)              NOT NULL,
    created    TIMESTAMP WITH TIME ZONE NOT NULL,
    created_by VARCHAR(1000)            NOT NULL,
    started    TIMESTAMP WITH TIME ZONE,
    ended      TIMESTAMP WITH TIME ZONE,
    failure    CLOB,
    -- written together with the status SUCCEEDED
    silhouette DOUBLE PRECISION,
    customers  INTEGER,
    result     CLOB                               -- JSON, without the model, which is a file
);

CREATE INDEX run_by_dataset ON run (dataset);

CREATE TABLE assignment (
    run                 BIGINT           NOT NULL REFERENCES run ON DELETE CASCADE,
    position            INTEGER          NOT NULL, -- by customer id as text, from 0
    customer_id         VARCHAR(1000)    NOT NULL,
    recency_days        INTEGER          NOT NULL,
    frequency           INTEGER          NOT NULL,
    monetary            DOUBLE PRECISION NOT NULL,
    average_basket_size DOUBLE PRECISION NOT NULL,
    clv                 DOUBLE PRECISION NOT NULL,
    outlier             BOOLEAN          NOT NULL,
    cluster             SMALLINT         NOT NULL, -- -1 where left out of the clustering
    PRIMARY KEY (run, position)
);

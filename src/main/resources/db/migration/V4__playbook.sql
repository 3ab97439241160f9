-- The playbook as it was from edit to edit; empty until the first.
CREATE TABLE playbook_version (
    version  INTEGER PRIMARY KEY,
    playbook VARCHAR(1000000)         NOT NULL, -- JSON
    saved    TIMESTAMP WITH TIME ZONE NOT NULL,
    saved_by VARCHAR(1000)            NOT NULL,
    what     VARCHAR(10000)           NOT NULL
);

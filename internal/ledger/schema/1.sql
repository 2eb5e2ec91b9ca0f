-- The tables of the first version. Times are milliseconds since 1970 UTC; 0 stands for none.
CREATE TABLE task (
	folder  TEXT PRIMARY KEY,          -- name of the result's folder
	content TEXT NOT NULL,             -- hexadecimal SHA-256
	id      TEXT NOT NULL,             -- the case's own name
	path    TEXT NOT NULL,             -- where its records lay; empty where nobody can take it up again
	earlier TEXT NOT NULL,             -- folder of the version before it, or empty
	state   TEXT NOT NULL,             -- pending, done, dead, gone or purged
	urgent  INTEGER NOT NULL,          -- 1: expedited
	due     BIGINT NOT NULL,
	tries   INTEGER NOT NULL DEFAULT 0,
	status  TEXT NOT NULL DEFAULT '',  -- the decision's
	reason  TEXT NOT NULL DEFAULT '',  -- why it is dead, gone or was postponed
	detail  TEXT NOT NULL DEFAULT '{}',
	seen    BIGINT NOT NULL,
	began   BIGINT NOT NULL DEFAULT 0,
	ended   BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX task_content ON task (content);
CREATE INDEX task_earlier ON task (earlier);
CREATE INDEX task_next ON task (state, urgent, due);
CREATE TABLE content (
	hash   TEXT PRIMARY KEY,
	folder TEXT NOT NULL               -- of its first result
);

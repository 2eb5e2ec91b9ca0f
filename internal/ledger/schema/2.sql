-- The second version: where the store keeps a result (hexadecimal SHA-256 of its object; empty where there is none).
ALTER TABLE task ADD COLUMN result TEXT NOT NULL DEFAULT '';
-- What all machines that share a ledger hold to.
CREATE TABLE common (
	name  TEXT PRIMARY KEY,
	value TEXT NOT NULL
);

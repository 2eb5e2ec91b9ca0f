package main

const description = `Reads the records of a disputed acupuncture request in California workers' compensation and proposes the determination of the independent medical review, each sentence with its source.

Begin with: imr run CASE -o OUT, then imr explain OUT/ID. A letter is a proposal and says so.

Exit codes: 0 every case was processed (referred and ineligible ones too); 1 the program or its surroundings failed; 2 wrong use; 3 a case could not be processed, the others were. Where several hold, 1 wins over 2 and 2 over 3.`

// Help is the longer help of run.
func (runCommand) Help() string {
	return `Each CASE gets the folder OUT/ID with letter.pdf, letter.txt and decision.json, and with public.pdf and public.json, which name nobody; its id is the folder's name, the file's without ".pdf", or "stdin". A case that nothing could be read of gets decision.json alone. Run again, a case is done again into the same folder; another content with the same id goes to OUT/ID~2.

A folder may hold a case.toml with number, assigned, received, decision, priority, date_of_injury and ur_denial_date.

The configuration's keys are organization, address, logo (a PNG file beside it), signature (true: a final letter has a place to sign), item_style ("whole" or "remaining"), workers, settle ("10s"), recognition (false: scans are not read), log (a file for JSON lines), case_limit ("5m"), database (a PostgreSQL address, where several machines do one inbox) and listen ("127.0.0.1:9464", for health and Prometheus); imr init writes them all, explained; the reviewer’s are id, licensure, specialty and statement.`
}

// Help is the longer help of batch and of watch.
func (inboxFlags) Help() string {
	return `A case is a folder or a PDF. It is complete when nothing in it changed for the time of settle (10 s, or as the configuration says) and it holds no *.part, *.tmp, *.crdownload or .~lock*, or at once when a file .done lies in it. Names that begin with a dot are ignored, and links are not followed.

A content is done once, whatever its name: the second time the line says where the first result lies. One that could not be processed is counted again each time (exit code 3) until it leaves the inbox. The inbox is not changed unless --archive is given.

Expedited cases are done first, then those due first: 30 days after the application was received, 3 days for an expedited one. A case that fails in a way that may pass is tried three times and then given up: OUT/failed.html and imr status say why, and imr retry takes it up again.

It may be stopped or killed at any time: results appear whole or not at all, and the same command does the rest. Told to stop, it ends within 20 seconds: the cases under way are finished, or left for the next run.`
}

// Help is the longer help of explain.
func (explainCommand) Help() string {
	return `Prints each item with its reasons, the facts with the places in the record, what would change the outcome, and at the end every sentence of the letter with what it rests on.`
}

type helpCommand struct {
	Command []string `arg:"" optional:"" help:"The command to explain."`
}

// Run prints the help of the program or of a command.
func (c helpCommand) Run(s *session) error {
	code := run(s.ctx, append(c.Command, "--help"), s.stdin, s.stdout, s.stderr)
	return &exitError{code: code}
}

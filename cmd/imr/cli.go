package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"

	"github.com/alecthomas/kong"

	"imr/decide"
)

// cli is the command line. Each command is a field of its own, with its code in a file of its name.
type cli struct {
	Run     runCommand     `cmd:"" help:"Read one or more cases and write their letters."`
	Batch   batchCommand   `cmd:"" help:"Do every complete case of an inbox once."`
	Watch   watchCommand   `cmd:"" help:"Do the cases of an inbox as they become complete, until stopped."`
	Status  statusCommand  `cmd:"" help:"Say where each case of an output folder stands, and what is due."`
	Retry   retryCommand   `cmd:"" help:"Take cases up again that were given up."`
	Explain explainCommand `cmd:"" help:"Say why a case was decided as it was: rule by rule, fact by fact, sentence by sentence, with file and page."`
	Verify  verifyCommand  `cmd:"" help:"Check a letter from what it carries, and against the records."`
	Adopt   adoptCommand   `cmd:"" help:"Make a proposal final, as a reviewer."`
	Rules   rulesCommand   `cmd:"" help:"Print the rule table beside the text of the law."`
	Audit   auditCommand   `cmd:"" help:"Find stored decisions that do not agree with one another, or with this program."`
	Purge   purgeCommand   `cmd:"" help:"Remove results whose time of retention is over."`
	Init    initCommand    `cmd:"" help:"Write a configuration with every key explained."`
	Doctor  doctorCommand  `cmd:"" help:"Say what is installed, what is missing, and what that costs."`
	Version versionCommand `cmd:"" help:"Print the version."`
	Help    helpCommand    `cmd:"" help:"Print this help, or that of a command."`

	ShowVersion kong.VersionFlag `name:"version" help:"Print the version."`
}

// shared are the flags of the commands that process cases.
type shared struct {
	Out      string `short:"o" required:"" placeholder:"OUT" help:"Folder for the results."`
	JSON     bool   `name:"json" help:"Print JSON lines instead of text."`
	Workers  *int   `short:"j" name:"workers" placeholder:"N" help:"Cases at the same time (default: the cores)."`
	Config   string `placeholder:"FILE" help:"Configuration in TOML; flags win over it."`
	Reviewer string `placeholder:"FILE" help:"The reviewer's credentials in TOML; they are printed in the letter."`
}

// exitError carries the code that a command ends with.
type exitError struct {
	code int
	err  error
}

func (e *exitError) Error() string { return e.err.Error() }
func (e *exitError) Unwrap() error { return e.err }

func misuse(format string, args ...any) error {
	return &exitError{exitMisused, fmt.Errorf(format, args...)}
}

// parserExit is what the command line's parser panics with where it would end the program: after it printed help.
type parserExit int

// run is the program: it returns the exit code and never calls os.Exit.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) (code int) {
	results := &resultStream{w: stdout}
	s := &session{ctx: ctx, stdin: stdin, stdout: results, stderr: stderr}
	messages := newPrinter(s, false)
	defer func() {
		if r := recover(); r != nil {
			code = ended(r, messages)
		}
		if results.err != nil {
			messages.warn("the results could not be printed: %v", results.err)
			code = exitFailed
		}
	}()
	parser, err := newParser(s)
	if err != nil {
		messages.warn("%v", err)
		return exitFailed
	}
	command, err := parser.Parse(args)
	if err != nil {
		messages.warn("%v; see %s", err, helpFor(err))
		return exitMisused
	}
	return codeOf(command.Run(s), messages)
}

func newParser(s *session) (*kong.Kong, error) {
	return kong.New(&cli{}, kong.Name("imr"), kong.Description(description), kong.Writers(s.stdout, s.stderr), kong.Bind(s),
		kong.Exit(func(code int) { panic(parserExit(code)) }), kong.Vars{"version": versionLine()},
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: usualWidth}))
}

// ended is the code after a panic: the parser's way to end the program, or a mistake in it.
func ended(r any, messages *printer) int {
	if asked, ok := r.(parserExit); ok {
		return int(asked)
	}
	messages.warn("the program failed, which is a mistake in it: %v; what was written before is whole", r)
	return exitFailed
}

// helpFor names the help that fits a mistake in the command line.
func helpFor(err error) string {
	var mistake *kong.ParseError
	if errors.As(err, &mistake) && mistake.Context.Selected() != nil {
		return "imr help " + mistake.Context.Selected().Name
	}
	return "imr help"
}

func codeOf(err error, messages *printer) int {
	var exit *exitError
	switch {
	case err == nil:
		return exitOK
	case stopped(err):
		err = errors.New("stopped before every case was done; what is written is whole, and the same command does the rest")
	case errors.As(err, &exit):
		if exit.err != nil {
			messages.warn("%v", exit.err)
		}
		return exit.code
	}
	messages.warn("%v", err)
	return exitFailed
}

// resultStream remembers the first error of printing results: a full disk is not passed over in silence.
type resultStream struct {
	w   io.Writer
	err error
}

func (r *resultStream) Write(b []byte) (int, error) {
	n, err := r.w.Write(b)
	if r.err == nil {
		r.err = err
	}
	return n, err
}

func cores() int { return runtime.NumCPU() }

func versionLine() string {
	return fmt.Sprintf("imr %s (rules %s)", decide.Version, decide.TableSHA256()[:12])
}

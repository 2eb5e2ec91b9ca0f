package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"time"

	"github.com/alecthomas/kong"
)

// cli is the command line. Each command is a field of its own, with its code in a file of its name.
type cli struct {
	Run     runCommand     `cmd:"" help:"Read one or more cases and write their letters."`
	Batch   batchCommand   `cmd:"" help:"Do every complete case of an inbox once."`
	Watch   watchCommand   `cmd:"" help:"Do the cases of an inbox as they become complete, until stopped."`
	Explain explainCommand `cmd:"" help:"Say why a case was decided as it was: rule by rule, fact by fact, with file and page."`
	Verify  verifyCommand  `cmd:"" help:"Not built yet."`
	Adopt   adoptCommand   `cmd:"" help:"Not built yet."`
	Rules   rulesCommand   `cmd:"" help:"Print the rule table beside the text of the law."`
	Doctor  doctorCommand  `cmd:"" help:"Say what is installed, what is missing, and what that costs."`
	Version versionCommand `cmd:"" help:"Print the version."`
	Help    helpCommand    `cmd:"" help:"Print this help."`
}

// shared are the flags of the commands that process cases.
type shared struct {
	Out      string `short:"o" required:"" placeholder:"OUT" help:"Folder for the results."`
	JSON     bool   `name:"json" help:"Print JSON lines instead of text."`
	Workers  int    `short:"j" name:"workers" placeholder:"N" help:"Cases at the same time (default: the cores)."`
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
	s := &session{ctx: ctx, stdin: stdin, stdout: stdout, stderr: stderr}
	defer func() {
		if r := recover(); r != nil {
			asked, ok := r.(parserExit)
			if !ok {
				panic(r)
			}
			code = int(asked)
		}
	}()
	if len(args) == 0 {
		args = []string{"--help"}
	}
	parser, err := kong.New(&cli{}, kong.Name("imr"), kong.Description("Reads the records of a disputed acupuncture request and proposes the determination."),
		kong.Writers(stdout, stderr), kong.Exit(func(code int) { panic(parserExit(code)) }), kong.Bind(s), kong.ConfigureHelp(kong.HelpOptions{Compact: true}))
	if err != nil {
		fmt.Fprintln(stderr, "imr:", err)
		return exitFailed
	}
	command, err := parser.Parse(args)
	if err != nil {
		fmt.Fprintf(stderr, "imr: %v; see imr help\n", err)
		return exitMisused
	}
	return codeOf(command.Run(s), stderr)
}

func codeOf(err error, stderr io.Writer) int {
	if err == nil {
		return exitOK
	}
	var exit *exitError
	if !errors.As(err, &exit) {
		exit = &exitError{exitFailed, err}
	}
	if exit.err != nil {
		fmt.Fprintln(stderr, "imr:", exit.err)
	}
	return exit.code
}

// caseLimit is how long one case may take before it is given up.
const caseLimit = 5 * time.Minute

func cores() int { return runtime.NumCPU() }

type helpCommand struct{}

func (helpCommand) Run(s *session) error {
	if code := run(s.ctx, []string{"--help"}, s.stdin, s.stdout, s.stderr); code != exitOK {
		return &exitError{code: code}
	}
	return nil
}

type verifyCommand struct {
	Args []string `arg:"" optional:"" passthrough:""`
}

func (verifyCommand) Run() error {
	return misuse("verify is not built yet; to check a letter, run the case again into another folder and compare the files")
}

type adoptCommand struct {
	Args []string `arg:"" optional:"" passthrough:""`
}

func (adoptCommand) Run() error {
	return misuse("adopt is not built yet; a letter stays a proposal until it is")
}

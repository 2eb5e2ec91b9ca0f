package imr_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
)

// stages are the four rooms that know nothing of one another, with their own subpackages.
var stages = []string{"imr/extract", "imr/classify", "imr/decide", "imr/render"}

// open are the packages that a stage may import besides the root and its own.
var open = []string{"imr/internal/law", "imr/internal/pattern", "imr/internal/pdf", "imr/internal/pdf/rewrite"}

// source is one Go file of the program, tests left out.
type source struct {
	path    string
	pkg     string
	tree    *ast.File
	imports []string
}

func program(t *testing.T) []source {
	t.Helper()
	var out []source
	err := fs.WalkDir(os.DirFS("."), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		tree, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			return err
		}
		s := source{path: name, pkg: path.Join("imr", path.Dir(name)), tree: tree}
		for _, i := range tree.Imports {
			s.imports = append(s.imports, strings.Trim(i.Path.Value, `"`))
		}
		out = append(out, s)
		return nil
	})
	if err != nil || len(out) < 50 {
		t.Fatalf("%d files read: %v", len(out), err)
	}
	return out
}

func within(pkg, room string) bool { return pkg == room || strings.HasPrefix(pkg, room+"/") }

func ours(pkg string) bool { return within(pkg, "imr") }

func TestTheRootImportsOnlyTheStandardLibrary(t *testing.T) {
	for _, s := range program(t) {
		if s.pkg != "imr" {
			continue
		}
		for _, i := range s.imports {
			if ours(i) || strings.Contains(strings.Split(i, "/")[0], ".") {
				t.Errorf("%s imports %s", s.path, i)
			}
		}
	}
}

func TestNoStageImportsAnother(t *testing.T) {
	for _, s := range program(t) {
		i := slices.IndexFunc(stages, func(stage string) bool { return within(s.pkg, stage) })
		if i < 0 {
			continue
		}
		for _, p := range s.imports {
			if ours(p) && p != "imr" && !within(p, stages[i]) && !slices.Contains(open, p) {
				t.Errorf("%s imports %s: a stage knows the plain types, the law, patterns and PDF files, and no other stage", s.path, p)
			}
		}
	}
}

func TestTheInnerRoomsImportNoStage(t *testing.T) {
	for _, s := range program(t) {
		for _, p := range s.imports {
			inner := within(s.pkg, "imr/internal")
			if inner && (within(p, "imr/cmd") || slices.ContainsFunc(stages, func(stage string) bool { return within(p, stage) })) {
				t.Errorf("%s imports %s: the stages and the commands stand above the inner rooms", s.path, p)
			}
		}
	}
}

func TestGoroutinesStartInOnePackage(t *testing.T) {
	for _, s := range program(t) {
		if s.pkg == "imr/internal/pipeline" {
			continue
		}
		ast.Inspect(s.tree, func(n ast.Node) bool {
			if g, ok := n.(*ast.GoStmt); ok {
				t.Errorf("%s starts a goroutine at byte %d: internal/pipeline is the place for that", s.path, g.Pos())
			}
			return true
		})
	}
}

func TestNoInitAndNoClockInADecision(t *testing.T) {
	for _, s := range program(t) {
		stage := slices.ContainsFunc(stages, func(stage string) bool { return within(s.pkg, stage) })
		ast.Inspect(s.tree, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if n.Name.Name == "init" && n.Recv == nil {
					t.Errorf("%s has an init function", s.path)
				}
			case *ast.SelectorExpr:
				if x, ok := n.X.(*ast.Ident); ok && stage && x.Name == "time" && n.Sel.Name == "Now" {
					t.Errorf("%s looks at the clock", s.path)
				}
			}
			return true
		})
	}
}

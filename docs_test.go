package imr_test

import (
	"go/ast"
	"go/token"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"imr/decide"
	"imr/internal/law"
)

var flagRow = regexp.MustCompile("(?m)^\\| `([a-z0-9-]+)` \\|")

// Every code of a flag that the source makes has a row in docs/flags.md, and every row a code in the source.
func TestEveryFlagIsExplained(t *testing.T) {
	var told []string
	for _, row := range flagRow.FindAllStringSubmatch(page(t, "docs/flags.md"), -1) {
		if slices.Contains(told, row[1]) {
			t.Errorf("docs/flags.md explains %s twice", row[1])
		}
		told = append(told, row[1])
	}
	made := flagCodes(t)
	for _, code := range made {
		if !slices.Contains(told, code) {
			t.Errorf("the source makes the flag %s, and docs/flags.md does not explain it", code)
		}
	}
	for _, code := range told {
		if !slices.Contains(made, code) {
			t.Errorf("docs/flags.md explains the flag %s, and the source does not make it", code)
		}
	}
}

func page(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// flagCodes reads the codes of flags from the source, sorted. internal/golden is left out: it reads flags back from files.
func flagCodes(t *testing.T) []string {
	byPkg := map[string]*pkgSource{}
	for _, s := range program(t) {
		if byPkg[s.pkg] == nil {
			byPkg[s.pkg] = &pkgSource{t: t, name: s.pkg}
		}
		byPkg[s.pkg].files = append(byPkg[s.pkg].files, s.tree)
	}
	delete(byPkg, "imr/internal/golden")
	found := map[string]bool{}
	for _, p := range byPkg {
		p.each(func(fn *ast.FuncDecl, n ast.Node) {
			p.refusePositional(n)
			if kv, ok := n.(*ast.KeyValueExpr); ok && isName(kv.Key, "Code") {
				for _, code := range p.values(fn, kv.Value) {
					found[code] = true
				}
			}
		})
	}
	if len(found) < 20 {
		t.Fatalf("only %d codes found: the source was not read", len(found))
	}
	return slices.Sorted(maps.Keys(found))
}

// pkgSource is the source of one package, in which the values of expressions are looked up.
type pkgSource struct {
	t     *testing.T
	name  string
	files []*ast.File
}

// each visits every node with the function it stands in, nil outside of functions.
func (p *pkgSource) each(visit func(fn *ast.FuncDecl, n ast.Node)) {
	for _, f := range p.files {
		for _, d := range f.Decls {
			fn, _ := d.(*ast.FuncDecl)
			ast.Inspect(d, func(n ast.Node) bool {
				visit(fn, n)
				return true
			})
		}
	}
}

// values returns the strings that an expression can be: a literal, a literal with an ending, an argument of each call where it is a
// parameter, what is given to a field where it is one. Anything else fails, so that no code is missed in silence.
func (p *pkgSource) values(fn *ast.FuncDecl, e ast.Expr) []string {
	switch e := e.(type) {
	case *ast.BasicLit:
		if s, err := strconv.Unquote(e.Value); err == nil && e.Kind == token.STRING {
			return []string{s}
		}
	case *ast.BinaryExpr:
		return p.joined(p.values(fn, e.X), p.values(fn, e.Y))
	case *ast.Ident:
		if i := parameter(fn, e.Name); i >= 0 {
			return p.arguments(fn.Name.Name, i)
		}
	case *ast.SelectorExpr:
		return p.given(e.Sel.Name)
	}
	p.t.Errorf("%s: a flag's code is made in a way that this test cannot read; teach it, or write the code as a literal", p.name)
	return nil
}

func (p *pkgSource) joined(starts, ends []string) []string {
	var out []string
	for _, s := range starts {
		for _, e := range ends {
			out = append(out, s+e)
		}
	}
	return out
}

// arguments are the values of a function's argument in every call of it.
func (p *pkgSource) arguments(function string, i int) []string {
	var out []string
	p.each(func(caller *ast.FuncDecl, n ast.Node) {
		if call, ok := n.(*ast.CallExpr); ok && isName(call.Fun, function) {
			out = append(out, p.values(caller, call.Args[i])...)
		}
	})
	return out
}

// given are the values that literals of the package give to a field.
func (p *pkgSource) given(field string) []string {
	var out []string
	p.each(func(fn *ast.FuncDecl, n ast.Node) {
		if kv, ok := n.(*ast.KeyValueExpr); ok && isName(kv.Key, field) {
			out = append(out, p.values(fn, kv.Value)...)
		}
	})
	return out
}

// refusePositional fails on imr.Flag{"code", …} and on x.Code = "code", which the search for the key Code does not see.
func (p *pkgSource) refusePositional(n ast.Node) {
	switch n := n.(type) {
	case *ast.CompositeLit:
		kind, ok := n.Type.(*ast.SelectorExpr)
		if ok && isName(kind.X, "imr") && kind.Sel.Name == "Flag" && len(n.Elts) > 0 {
			if _, keyed := n.Elts[0].(*ast.KeyValueExpr); !keyed {
				p.t.Errorf("%s: write a flag as imr.Flag{Code: …}", p.name)
			}
		}
	case *ast.AssignStmt:
		for _, to := range n.Lhs {
			if field, ok := to.(*ast.SelectorExpr); ok && field.Sel.Name == "Code" {
				p.t.Errorf("%s: a field Code is set apart from its literal; this test does not see that", p.name)
			}
		}
	}
}

// parameter is the place of a name among a function's parameters, or -1.
func parameter(fn *ast.FuncDecl, name string) int {
	i := 0
	if fn == nil {
		return -1
	}
	for _, field := range fn.Type.Params.List {
		for _, n := range field.Names {
			if n.Name == name {
				return i
			}
			i++
		}
	}
	return -1
}

func isName(e ast.Expr, name string) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == name
}

// Every rule of the table is told of in docs/readings.md, and what that page prints as words of the law stands in internal/law.
func TestReadingsTellTheRulesAndQuoteTheLaw(t *testing.T) {
	text := page(t, "docs/readings.md")
	for _, r := range decide.Table() {
		if !strings.Contains(text, "`"+r.ID+"`") {
			t.Errorf("docs/readings.md does not tell of the rule %s", r.ID)
		}
	}
	book, err := law.Load()
	if err != nil {
		t.Fatal(err)
	}
	quotes := 0
	for _, line := range strings.Split(text, "\n") {
		if words, ok := strings.CutPrefix(line, "> "); ok {
			quotes++
			if !quotable(book, words) {
				t.Errorf("docs/readings.md quotes words that no text of the law has: %s", words)
			}
		}
	}
	if quotes < 8 {
		t.Errorf("only %d quotations found in docs/readings.md", quotes)
	}
}

// quotable reports whether words, after the paragraph's letters, stand in some text of the law and may be quoted.
func quotable(book *law.Book, words string) bool {
	for _, text := range book.Texts("") {
		for _, p := range text.Paragraphs {
			if rest, ok := strings.CutPrefix(words, p.Label+" "); ok && p.Label != "" {
				if _, err := text.Quote(p.Label, rest); err == nil {
					return true
				}
			}
		}
	}
	return false
}

var link = regexp.MustCompile(`\]\(([^)#]+)(?:#[^)]*)?\)|src="([^"]+)"`)

// A link of a page leads to a file that is there.
func TestLinksOfPagesLead(t *testing.T) {
	pages := []string{"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "samples/README.md", "testdata/README.md"}
	docs, err := filepath.Glob("docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	links := 0
	for _, p := range append(pages, docs...) {
		for _, l := range link.FindAllStringSubmatch(page(t, p), -1) {
			links++
			to := l[1] + l[2]
			if strings.Contains(to, "://") {
				continue
			}
			if _, err := os.Stat(filepath.Join(filepath.Dir(p), to)); err != nil {
				t.Errorf("%s links to %s, which is not there", p, to)
			}
		}
	}
	if links < 10 {
		t.Errorf("only %d links found", links)
	}
}

// The README prints what the main job prints.
func TestReadmeShowsARealRun(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	printed, err := exec.Command("go", "run", "./cmd/imr", "run", "samples/first-course-18", "-o", out).Output()
	if err != nil {
		t.Fatal(err)
	}
	shown := strings.ReplaceAll(string(printed), out, "out")
	if !strings.Contains(page(t, "README.md"), "```\n"+shown+"```\n") {
		t.Errorf("README.md shows another run; the program prints\n%s", shown)
	}
}

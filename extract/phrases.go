package extract

import (
	"embed"
	"slices"
	"strings"
	"sync"

	"imr/internal/pattern"
)

//go:embed phrases/*.txt
var phraseFiles embed.FS

// phrase is one line of a phrase file: a way in which records speak of a topic.
type phrase struct {
	topic, sense string
	key          string             // both
	all          []*pattern.Pattern // match lower case; each must
	takesBack    bool               // where it matches, the sense is not said
}

// loadPhrases reads the phrase files once. A mistake in a file is a mistake of the program: it panics, or fails a test.
var loadPhrases = sync.OnceValue(func() []phrase {
	names, err := phraseFiles.ReadDir("phrases")
	if err != nil {
		panic(err)
	}
	var out []phrase
	for _, n := range names {
		body, err := phraseFiles.ReadFile("phrases/" + n.Name())
		if err != nil {
			panic(err)
		}
		out = append(out, parsePhrases(strings.TrimSuffix(n.Name(), ".txt"), string(body))...)
	}
	return out
})

// parsePhrases reads lines of a sense, a space and a pattern. Of several patterns with && between, all must match; a ! before the
// sense takes it back from the words that match.
func parsePhrases(topic, body string) []phrase {
	var out []phrase
	for _, r := range pattern.Table("phrases/"+topic+".txt", body, 1, "a sense and a pattern") {
		sense := r.Columns[0]
		ph := phrase{topic: topic}
		ph.takesBack = sense[0] == '!'
		ph.sense = strings.TrimPrefix(sense, "!")
		ph.key = topic + " " + ph.sense
		for _, p := range strings.Split(r.Rest, " && ") {
			ph.all = append(ph.all, pattern.New(expand(strings.TrimSpace(p))))
		}
		out = append(out, ph)
	}
	return out
}

// phrases are phrases that are looked for in the same sentences.
type phrases struct {
	list []phrase
	set  *pattern.Set
}

func phrasesOf(list []phrase) *phrases {
	var members [][]*pattern.Pattern
	for _, ph := range list {
		members = append(members, ph.all)
	}
	return &phrases{list, pattern.NewSet(members)}
}

// loadTopics and loadLimbs are the phrases of the topics that a sentence speaks of, and those of functional improvement.
var (
	loadTopics = sync.OnceValue(func() *phrases { return phrasesWhere(func(ph phrase) bool { return !ph.limb() }) })
	loadLimbs  = sync.OnceValue(func() *phrases { return phrasesWhere(phrase.limb) })
)

func phrasesWhere(is func(phrase) bool) *phrases {
	return phrasesOf(slices.DeleteFunc(slices.Clone(loadPhrases()), func(ph phrase) bool { return !is(ph) }))
}

// limb reports whether a phrase speaks of a limb of functional improvement.
func (ph phrase) limb() bool { return ph.topic == functionTopic || ph.topic == dependencyTopic }

// lower is ToLower for ASCII letters only, so that places in the text stay where they are.
func lower(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, s)
}

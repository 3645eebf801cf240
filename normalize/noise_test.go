package normalize

import (
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A confusion is what a character is read as, with its probability; "" for a
// character that is lost.
type confusion struct {
	read string
	p    float64
}

// ownConfusions stand in for the measured table where there is no corpus: a few
// of the kinds that every reading machine makes.
var ownConfusions = map[rune][]confusion{
	'順': {{"川", 0.01}, {"項", 0.01}, {"", 0.005}}, '調': {{"詞", 0.01}, {"謝", 0.01}}, '未': {{"末", 0.02}, {"", 0.01}}, '着': {{"看", 0.01}}, '遅': {{"違", 0.02}, {"運", 0.01}},
	'れ': {{"札", 0.02}}, '概': {{"慨", 0.02}, {"", 0.01}}, 'ね': {{"わ", 0.01}}, 'や': {{"ゃ", 0.01}, {"", 0.01}}, '完': {{"売", 0.02}}, '了': {{"丁", 0.02}},
	'討': {{"計", 0.02}}, '施': {{"放", 0.02}}, '務': {{"", 0.01}}, '課': {{"謀", 0.02}, {"", 0.02}}, '進': {{"", 0.01}}, '捗': {{"歩", 0.05}, {"", 0.03}},
}

// A noise is what scans of one resolution do to characters.
type noise map[rune][]confusion

// measuredNoise reads the corpus's table for a resolution.
func measuredNoise(t *testing.T, column string) noise {
	data, err := os.ReadFile(corpus(t, "normalize", "confusion-char.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	if link := strings.TrimSpace(string(data)); !strings.ContainsAny(link, "\t\n") {
		if data, err = os.ReadFile(corpus(t, "normalize", link)); err != nil {
			t.Fatal(err)
		}
	}
	lines := strings.Split(string(data), "\n")
	at := slices.Index(strings.Split(lines[0], "\t"), column)
	if at < 0 {
		t.Fatalf("no column %s", column)
	}
	n := noise{}
	for _, l := range lines[1:] {
		c := strings.Split(l, "\t")
		if len(c) <= at || c[0] == "∅" || c[0] == "" {
			continue
		}
		p, err := strconv.ParseFloat(c[at], 64)
		if err != nil || p == 0 {
			continue
		}
		r := []rune(c[0])[0]
		n[r] = append(n[r], confusion{strings.ReplaceAll(c[1], "∅", ""), p})
	}
	if len(n) < 100 {
		t.Fatalf("only %d characters", len(n))
	}
	return n
}

// damage reads a word as a scan would.
func (n noise) damage(word string, rng *rand.Rand) string {
	var b strings.Builder
	for _, r := range word {
		x := rng.Float64()
		read := string(r)
		for _, c := range n[r] {
			if x -= c.p; x < 0 {
				read = c.read
				break
			}
		}
		b.WriteString(read)
	}
	return b.String()
}

// A tally counts what became of damaged words.
type tally struct {
	draws, damaged, right, left, wrong, other int
}

// noiseVocabularies are the words of each closed kind.
func noiseVocabularies() map[Kind][]string {
	var statuses []string
	for _, w := range plainStatuses {
		statuses = append(statuses, w.word)
	}
	return map[Kind][]string{KindStatus: statuses, KindDepartment: commonDepartments, KindLabel: labels, KindSchedule: phaseVocabulary()}
}

// sift damages words of a kind and judges the readings. A reading that is
// another word of the vocabulary as it stands was not repaired: it is counted
// apart.
func sift(t *testing.T, kind Kind, n noise, draws int, seed uint64) tally {
	words := noiseVocabularies()[kind]
	rng := rand.New(rand.NewPCG(seed, 4))
	seen := map[string]Reading{}
	c := tally{draws: draws}
	for range draws {
		word := words[rng.IntN(len(words))]
		read := n.damage(word, rng)
		if read == word {
			continue
		}
		c.damaged++
		r, ok := seen[read]
		if !ok {
			r = Read(kind, read, Context{})
			seen[read] = r
		}
		switch {
		case r.Decision == Review || r.Text == "":
			c.left++
		case r.Text == word:
			c.right++
		case r.Decision == Same:
			c.other++
		default:
			if c.wrong++; c.wrong <= 5 {
				t.Logf("%s %q of %q read as %q", kind, read, word, r.Text)
			}
		}
	}
	return c
}

// noiseDraws is how many words are drawn over all kinds.
const noiseDraws = 100_000

func testNoise(t *testing.T, name string, n noise, limit int) {
	wrong := 0
	for i, kind := range []Kind{KindStatus, KindDepartment, KindLabel, KindSchedule} {
		c := sift(t, kind, n, noiseDraws/4, uint64(i))
		t.Logf("%s %s: %d draws, %d damaged: %d repaired right, %d left with a warning, %d another word as it stands, %d repaired wrong", name, kind, c.draws, c.damaged, c.right, c.left, c.other, c.wrong)
		if c.damaged == 0 {
			t.Errorf("%s %s: nothing was damaged", name, kind)
		}
		wrong += c.wrong
	}
	if wrong > limit {
		t.Errorf("%s: %d words of %d repaired wrong, at most %d may be", name, wrong, noiseDraws, limit)
	}
}

func TestNoise(t *testing.T) {
	testNoise(t, "own confusions", ownConfusions, 0)
}

func TestMeasuredNoise(t *testing.T) {
	for _, c := range []struct {
		dpi   string
		limit int
	}{{"p_300dpi", 0}, {"p_200dpi", 0}, {"p_150dpi", noiseDraws/10_000 - 1}} {
		testNoise(t, c.dpi, measuredNoise(t, c.dpi), c.limit)
	}
}

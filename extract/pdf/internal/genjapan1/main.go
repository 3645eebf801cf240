// Command genjapan1 writes japan1.txt from Adobe's CMap Adobe-Japan1-UCS2, given
// as its argument. The CMap is part of Adobe's CMap resources (BSD licence) and
// of Debian's poppler-data:
//
//	go run ./internal/genjapan1 Adobe-Japan1-UCS2 > japan1.txt
//
// CIDs 633 to 7477 are left out: they follow JIS X 0208. So are variation
// selectors: which of two forms of a kanji was printed is not what a text says.
package main

import (
	"bufio"
	"fmt"
	"log"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
)

// CIDs in the order of JIS X 0208.
const firstJIS, lastJIS = 633, 7477

// lineLength is how many characters a line of the table has at most.
const lineLength = 50

const licence = `# Characters of the CIDs of Adobe-Japan1, from its CMap Adobe-Japan1-UCS2 by
# internal/genjapan1: a CID, a tab and the characters of the CIDs from there on,
# or, after two tabs, all characters of the one CID.
#
`

var entryRE = regexp.MustCompile(`^<([0-9a-f]{4})> (?:<([0-9a-f]{4})> )?<([0-9a-f]+)>$`)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: genjapan1 Adobe-Japan1-UCS2")
	}
	data, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	out.WriteString(licence)
	texts := map[int]string{}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if notice, ok := strings.CutPrefix(line, "%%Copyright:"); ok {
			fmt.Fprintln(out, strings.TrimSpace("#"+notice))
		}
		if m := entryRE.FindStringSubmatch(line); m != nil {
			add(texts, m[1], m[2], m[3])
		}
	}
	write(out, texts)
}

// add maps the CIDs first to last, or only first, to text and what follows it.
func add(texts map[int]string, first, last, text string) {
	from, to := number(first), number(first)
	if last != "" {
		to = number(last)
	}
	var units []uint16
	for ; len(text) >= 4; text = text[4:] {
		units = append(units, uint16(number(text[:4])))
	}
	for cid := from; cid <= to; cid++ {
		runes := slices.DeleteFunc(utf16.Decode(units), isSelector)
		for i, r := range runes {
			if unicode.Is(unicode.Zs, r) && r != '\u3000' {
				runes[i] = ' ' // of whatever width
			}
		}
		if cid > 0 && (cid < firstJIS || cid > lastJIS) {
			texts[cid] = string(runes)
		}
		units[len(units)-1]++
	}
}

func isSelector(r rune) bool { return r >= 0xfe00 && r <= 0xfe0f || r >= 0xe0100 && r <= 0xe01ef }

func number(hex string) int {
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil {
		log.Fatal(err)
	}
	return int(n)
}

func write(out *bufio.Writer, texts map[int]string) {
	var cids []int
	for cid, text := range texts {
		if text != "" {
			cids = append(cids, cid)
		}
	}
	slices.Sort(cids)
	next, length := -1, 0
	for _, cid := range cids {
		text := texts[cid]
		if len([]rune(text)) != 1 {
			fmt.Fprintf(out, "\n%d\t\t%s", cid, text)
			next = -1
			continue
		}
		if cid != next || length == lineLength {
			fmt.Fprintf(out, "\n%d\t", cid)
			length = 0
		}
		out.WriteString(text)
		next, length = cid+1, length+1
	}
	out.WriteString("\n")
}

// Command genmunicipalities writes municipalities.tsv from a table of the
// codes of Japan's local governments (全国地方公共団体コード), given as its
// argument: tab-separated code, prefecture and municipality, the last empty for
// the prefecture itself, with one heading line. Further columns are ignored.
//
//	go run ./internal/genmunicipalities codes.tsv > municipalities.tsv
//
// A line of the result is name, code, prefecture, sorted by name in byte order.
package main

import (
	"bufio"
	"fmt"
	"log"
	"os"
	"sort"
	"strings"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: genmunicipalities codes.tsv")
	}
	f, err := os.Open(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	var lines []string
	in := bufio.NewScanner(f)
	in.Scan() // heading
	for in.Scan() {
		c := strings.Split(in.Text(), "\t")
		if len(c) < 3 || len(c[0]) != 6 {
			log.Fatalf("not code, prefecture, municipality: %q", in.Text())
		}
		name := c[2]
		if name == "" {
			name = c[1]
		}
		lines = append(lines, name+"\t"+c[0]+"\t"+c[1])
	}
	if err := in.Err(); err != nil {
		log.Fatal(err)
	}
	sort.Strings(lines)
	for _, l := range lines {
		fmt.Println(l)
	}
}

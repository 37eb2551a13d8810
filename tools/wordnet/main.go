// Command wordnet writes the vocabulary of English from the data files of
// WordNet 3.0: a line a word, in order, with the letters of what it can be.
//
//	n noun  v verb  a adjective  r adverb
//	p a noun of persons  g a noun of groups, by one of its first two senses
//
// Usage: go run ./tools/wordnet FOLDER >read/press/tongue/vocabulary.txt
package main

import (
	"bufio"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// The lexicographer's files of nouns of groups and of persons (lexnames(5WN)).
const (
	groups  = "14"
	persons = "18"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: wordnet FOLDER")
	}
	letters := map[string]map[string]bool{}
	for _, part := range []struct{ name, letter string }{{"noun", "n"}, {"verb", "v"}, {"adj", "a"}, {"adv", "r"}} {
		files := lexicographers(filepath.Join(os.Args[1], "data."+part.name), letters, part.letter)
		if part.name == "noun" {
			sorts(filepath.Join(os.Args[1], "index.noun"), files, letters)
		}
	}
	words := make([]string, 0, len(letters))
	for w := range letters {
		words = append(words, w)
	}
	slices.Sort(words)
	for _, w := range words {
		var all []string
		for l := range letters[w] {
			all = append(all, l)
		}
		slices.Sort(all)
		fmt.Println(w, strings.Join(all, ""))
	}
}

// each calls f with the fields of every line but the licence's.
func each(path string, f func(fields []string)) {
	file, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if !strings.HasPrefix(lines.Text(), " ") {
			f(strings.Fields(lines.Text()))
		}
	}
	if lines.Err() != nil {
		log.Fatal(lines.Err())
	}
}

// lexicographers notes the single words of a data file that are written small,
// and gives the lexicographer's file of each sense by its offset (wndb(5WN)).
func lexicographers(path string, letters map[string]map[string]bool, letter string) map[string]string {
	files := map[string]string{}
	each(path, func(f []string) {
		files[f[0]] = f[1]
		var n int
		if _, err := fmt.Sscanf(f[3], "%x", &n); err != nil {
			log.Fatal(err)
		}
		for i := range n {
			w, _, _ := strings.Cut(f[4+2*i], "(") // "(a)" marks where an adjective stands
			if len(w) > 1 && strings.IndexFunc(w, func(r rune) bool { return r < 'a' || r > 'z' }) < 0 {
				if letters[w] == nil {
					letters[w] = map[string]bool{}
				}
				letters[w][letter] = true
			}
		}
	})
	return files
}

// sorts marks the nouns of persons and groups by their first two senses.
func sorts(path string, files map[string]string, letters map[string]map[string]bool) {
	each(path, func(f []string) {
		have := letters[f[0]]
		if have == nil {
			return
		}
		var pointers, senses int
		fmt.Sscan(f[3], &pointers)
		fmt.Sscan(f[2], &senses)
		for i := range min(senses, 2) {
			switch files[f[6+pointers+i]] {
			case groups:
				have["g"] = true
			case persons:
				have["p"] = true
			}
		}
	})
}

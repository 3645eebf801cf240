package normalize

import "unicode/utf8"

//go:generate sh -c "go run ./internal/genradicals EquivalentUnifiedIdeograph.txt > radical_table.go"

var ruleRadical = Rule{
	ID: "kanji.radical", Why: "部首の文字コード（⽣・⺠など）を同じ形の漢字にする", English: "CJK radicals become the kanji they look like",
	when: hasRadical,
	find: func(s string) (edits []edit) {
		for i, r := range s {
			if k := radicalKanji(r); k != 0 {
				edits = append(edits, edit{i, i + utf8.RuneLen(r), string(k)})
			}
		}
		return edits
	},
}

var ruleVariant = Rule{
	ID: "kanji.variant", Why: "日本の字体にない漢字（步など）を日本の字体にする", English: "Chinese forms of common kanji become the Japanese ones",
	when: hasVariant,
	find: func(s string) (edits []edit) {
		for i, r := range s {
			if k := variantKanji(r); k != 0 {
				edits = append(edits, edit{i, i + utf8.RuneLen(r), string(k)})
			}
		}
		return edits
	},
}

// variantKanji gives the Japanese form of one of the forms outside JIS X 0208 that reading machines and borrowed
// fonts give for everyday kanji. Forms that people's names use (髙, 﨑) are not
// among them. It gives 0 for every other character.
func variantKanji(r rune) rune {
	switch r {
	case '步':
		return '歩'
	case '內':
		return '内'
	case '查':
		return '査'
	case '戶':
		return '戸'
	case '黃':
		return '黄'
	case '黑':
		return '黒'
	case '靑':
		return '青'
	case '淸':
		return '清'
	case '產':
		return '産'
	case '收':
		return '収'
	case '逹':
		return '達'
	case '絕':
		return '絶'
	case '說':
		return '説'
	case '稅':
		return '税'
	case '歲':
		return '歳'
	case '每':
		return '毎'
	case '卽':
		return '即'
	case '旣':
		return '既'
	case '吿':
		return '告'
	case '敎':
		return '教'
	case '强':
		return '強'
	}
	return 0
}

func isRadical(r rune) bool { return r >= 0x2e80 && r <= 0x2fd5 }

func radicalKanji(r rune) rune {
	if i := int(r) - 0x2e80; i >= 0 && i < len(radicals) {
		return radicals[i]
	}
	return 0
}

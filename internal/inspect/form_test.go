package inspect

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"gyokaku/model"
)

// recognised is fiction with a form: two values from the left cell, one that
// goes on in the right one, one on the next page, and two warnings.
func recognised() View {
	v := fiction()
	cell := func(i int) model.Place { return v.Page.Blocks[0].Table.Cells[i].At }
	v.Form = &Form{
		Evidences: []model.Evidence{
			{Field: "/items/1/next", Place: v.Page.Blocks[1].Line.At, Raw: hostile, Confidence: 1},
			{Field: "/items/0/progress/label", Place: cell(0), Also: []model.Place{cell(1), {Page: 2}, {Page: 1, Box: &model.Box{150, 100, 250, 120}}}, Raw: "進捗状況", Rules: []string{"status.mark", hostile}, Confidence: 0.85},
			{Field: "/items/0/progress/status", Place: cell(0), Raw: "進捗状況", Confidence: 1},
			{Field: "/items/2/title", Place: model.Place{Page: 2, Box: &model.Box{50, 100, 150, 120}}, Raw: "次のページ", Confidence: 1},
			{Field: "/municipality/code", Confidence: 1},
		},
		Warnings: []model.Problem{
			{Code: "status.unknown", Field: "/items/0/progress/status", Place: cell(0), Message: "凡例にありません" + hostile, Raw: hostile},
			{Code: unboundCode, Place: cell(1), Message: "どの欄でもない", Raw: hostile},
			{Code: "other.page", Place: model.Place{Page: 2}, Message: "次のページのこと"},
		},
		Name:  func(pointer string) string { return "欄" + pointer + hostile },
		Value: func(pointer string) string { return "値" + pointer + hostile },
	}
	return v
}

func TestForm(t *testing.T) {
	got := written(t, recognised())
	for name, want := range map[string]string{
		"count":           "このページで認識した欄（3）",
		"box of a cell":   `<rect x="50.00" y="100.00" width="100.00" height="20.00" class="field" data-id="f0"`,
		"also":            `<rect x="150.00" y="100.00" width="100.00" height="20.00" class="field" data-id="f1"`,
		"row of both":     `<tr data-id="f0 f1"`,
		"rules":           "規則 status.mark → ",
		"confidence":      "確かさ 85%",
		"value":           "<td>値/items/0/progress/status",
		"warning":         `class="warned" data-id="w0"`,
		"unbound cell":    `class="warned" data-id="u0"`,
		"list of unbound": "どの欄でもないセル（1）",
		"layer":           `data-layer="fields" checked`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%s: no %s", name, want)
		}
	}
	for name, other := range map[string]string{"value": "次のページ<", "warning": "次のページのこと", "cells": `data-layer="cells" checked`, "place": "/municipality/code"} {
		if strings.Contains(got, other) {
			t.Errorf("%s that is not of this page's form: %s", name, other)
		}
	}
	if strings.Contains(written(t, fiction()), `data-layer="fields"`) {
		t.Error("fields without a form")
	}
}

// TestFormInReadingOrder: the values of the table come before those of the line
// below it, whatever their order in the report.
func TestFormInReadingOrder(t *testing.T) {
	var fields []string
	for _, r := range newPrinter(nil, recognised()).readings {
		fields = append(fields, r.Field)
	}
	if want := []string{"/items/0/progress/label", "/items/0/progress/status", "/items/1/next"}; !slices.Equal(fields, want) {
		t.Errorf("%v, want %v", fields, want)
	}
}

// TestFormTextIsText: names, values, raw text, rules and messages stay text.
func TestFormTextIsText(t *testing.T) {
	root, err := html.Parse(strings.NewReader(written(t, recognised())))
	if err != nil {
		t.Fatal(err)
	}
	scripts := 0
	for n := range root.Descendants() {
		if n.Data == "script" && n.Type == html.ElementNode {
			scripts++
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") {
				t.Errorf("<%s> has %s", n.Data, a.Key)
			}
		}
	}
	if scripts != 1 {
		t.Errorf("%d scripts", scripts)
	}
}

func TestNoForm(t *testing.T) {
	v := fiction()
	v.Form = &Form{Reason: "様式なし" + hostile}
	if got := written(t, v); !strings.Contains(got, "様式なし&lt;/text&gt;") || !strings.Contains(got, "<svg ") {
		t.Error("the reason or the page is missing")
	}
}

func TestFitting(t *testing.T) {
	for _, tt := range []struct {
		name  string
		width float64
		want  string
	}{
		{"1-1 実施項目", 100, "1-1 実施項目"},
		{"1-1 取組1 取組期間1 開始年度", 60, "1-1…組期間1 開始年度"},
		{"1-1 取組1 開始年度", 0, "… 開始年度"},
	} {
		if got := fitting(tt.name, tt.width); got != tt.want {
			t.Errorf("fitting(%q, %v) = %q, want %q", tt.name, tt.width, got, tt.want)
		}
	}
}

package normalize

import "unicode/utf8"

// dateCandidates gives the readings of a time that is damaged in one place.
func dateCandidates(s string) (list []string) {
	for i, r := range s {
		n := utf8.RuneLen(r)
		for _, to := range readingsOf(r) {
			t := s[:i] + to + s[i+n:]
			if ok := validTime(t); ok {
				list = append(list, t)
			}
		}
		if i > 0 {
			if t := s[:i] + "~" + s[i:]; validTime(t) {
				list = append(list, t)
			}
		}
		if len(list) >= 3 || len(s) > 60 {
			break
		}
	}
	return list
}

func validTime(s string) bool {
	c := momentScan{s: s}
	m := c.periodQuiet()
	return m != nil && c.fault == nil && c.at == len(s) && (m.From == nil || m.To == nil || !later(m.From, m.To))
}

// readingsOf gives what a character in a time may have been.
func readingsOf(r rune) []string {
	switch r {
	case '9', '6', '8':
		return []string{"0"}
	case '7':
		return []string{"/", "1"}
	case 'て', 'で', '一', 'へ':
		return []string{"~"}
	}
	return nil
}

// periodQuiet is period without looking for candidates of candidates.
func (c *momentScan) periodQuiet() *Moment {
	if len(c.s) > 60 {
		return nil
	}
	c.quiet = true
	return c.period()
}

package pdf

import (
	"encoding/hex"
	"errors"
	"strings"
	"testing"
)

// unhexed are hexadecimal digits as the string they stand for.
func unhexed(tb testing.TB, s string) string {
	tb.Helper()
	b, err := hex.DecodeString(s)
	if err != nil {
		tb.Fatal(err)
	}
	return string(b)
}

// TestPasswords opens what qpdf encrypted with the passwords "user" and "owner",
// and 「パスワード」 and 「所有者」. In the last file the hash needs more than the
// usual rounds.
func TestPasswords(t *testing.T) {
	const owner128 = "0ba3835f88f90388e74e54584125ce142be0de24c6b0d37746e075b891756671"
	tests := []struct {
		name         string
		v, r, length int
		id           string
		o, oe, u, ue string
		user, owner  string
	}{
		{"RC4 with 40 bits", 1, 2, 40, "150199252c7be594795402b9068d7a3c",
			"94e8094419662a774442fb072e3d9f19e9d130ec09a4d0061e78fe920f7ab62f", "",
			"066099b7e79d34d9320299bdbf1f061a4b099eeae3a4b7c1af38ff0aa9c4b997", "", "user", "owner"},
		{"RC4 with 128 bits", 2, 3, 128, "dec25a4b67d5d4ccb18c23c397a6d26a", owner128, "",
			"a601586377d3f9e5922e233a3bda50890122456a91bae5134273a6db134c87c4", "", "user", "owner"},
		{"AES with 128 bits", 4, 4, 128, "17798b5e69fba93d30d5401d55635e49", owner128, "",
			"6244f946e75b1c390c3253e49e7b8de30122456a91bae5134273a6db134c87c4", "", "user", "owner"},
		{"AES with 256 bits, revision 5", 5, 5, 256, "",
			"cdc0410e007f66b8bee77caf0f79ea367c4209c90c530d0d0138fd1c9832be36d747db5b697de9c70fbe5925e9523854",
			"3265be12fa854037efc3807cf98dc42d50f12b13cfc962b07bd689930b2783c8",
			"9b5626b1a273aa08dfe0d850305b2bf3cc9fc8fe97962ed30005eb47260109145705dd78b5b355fa2092ea2d27b9945d",
			"07888af6cc75791bc3d07763a8c421ca9d9e2ecedca52ec56fa92ce9acc03e8f", "user", "owner"},
		{"AES with 256 bits", 5, 6, 256, "",
			"95f97217098d3a707472de8dffc2c41e2e0807ca01a3b3fbd04d4fc3fc1baa47ba3213d671a4e1336c4c4858f28bcbf7",
			"1c5dfc999937788ab627610eb97fbd467bf585b737de803f4612fb30ce3bb531",
			"2be48e9e398a5ac40d34c917b24b87085ba894056419ff33ac8096908cb61fc715686b85a71f86bff09791671b9e29e8",
			"1eab6640b9ccfecd4394112a18349c551e47c72e3f14a301d64439022bf5e316", "パスワード", "所有者"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			filter := dict{"CFM": name(map[int]string{4: "AESV2", 5: "AESV3"}[tt.v])}
			d := dict{
				"Filter": name("Standard"), "V": float64(tt.v), "R": float64(tt.r), "Length": float64(tt.length), "P": -4.0,
				"O": unhexed(t, tt.o), "OE": unhexed(t, tt.oe), "U": unhexed(t, tt.u), "UE": unhexed(t, tt.ue),
				"CF": dict{"StdCF": filter}, "StmF": name("StdCF"), "StrF": name("StdCF"),
			}
			key := func(password string) (string, error) {
				x := &xrefs{source: source{password: password}, trailer: dict{"Encrypt": d, "ID": []any{unhexed(t, tt.id)}}}
				c, err := newCrypt(x)
				if err != nil {
					return "", err
				}
				return string(c.key), nil
			}
			user, err := key(tt.user)
			if err != nil {
				t.Error("user:", err)
			}
			if owner, err := key(tt.owner); err != nil || owner != user {
				t.Errorf("owner: key %x, want %x (%v)", owner, user, err)
			}
			if _, err := key(strings.ToUpper(tt.user) + "?"); !errors.Is(err, errWrongPassword) || !errors.Is(err, errPassword) {
				t.Errorf("another one: %v", err)
			}
			if _, err := key(""); err != errPassword {
				t.Errorf("none: %v", err)
			}
		})
	}
}

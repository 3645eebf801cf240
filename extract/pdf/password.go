package pdf

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
	"slices"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// find finds the key by the empty user password, which most files have whose
// author only wanted to forbid printing, or by the given one as that of the user
// or of the owner.
func (c *crypt) find(d dict, id, password string) error {
	key := c.key128
	if d.integer("R") >= 5 {
		key = func(d dict, _ string, p []byte) error { return c.key256(d, p) }
	}
	err := key(d, id, nil)
	for _, p := range spellings(password, d.integer("R")) {
		if err != errPassword {
			break
		}
		err = key(d, id, p)
	}
	if err == errPassword && password != "" {
		return errWrongPassword
	}
	return err
}

// maxPassword is the length of the longest password of 256-bit encryption, in
// bytes.
const maxPassword = 127

// spellings are the bytes that a password may have been typed as: Unicode, since
// 256-bit encryption in its compatibility form, and before that Latin letters.
func spellings(password string, revision int) [][]byte {
	if password == "" {
		return nil
	}
	out := [][]byte{[]byte(password)}
	if revision >= 5 {
		out = append(out, []byte(norm.NFKC.String(password)))
	} else if latin, err := charmap.Windows1252.NewEncoder().Bytes([]byte(password)); err == nil {
		out = append(out, latin)
	}
	for i, p := range out {
		out[i] = p[:min(len(p), maxPassword)]
	}
	return out
}

var passwordPad = []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08" +
	"\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")

// padded is a password as the algorithms up to revision 4 take it: 32 bytes.
func padded(password []byte) []byte {
	return append(slices.Clone(password[:min(len(password), 32)]), passwordPad...)[:32]
}

// key128 is algorithm 2 of ISO 32000-1, 7.6.3.3, checked by algorithms 4 and 5,
// for the password of the user or, after algorithm 7, of the owner.
func (c *crypt) key128(d dict, id string, password []byte) error {
	o, _ := d["O"].(string)
	u, _ := d["U"].(string)
	if len(o) < 32 || len(u) < 16 {
		return errCipher
	}
	r, n := d.integer("R"), keyLength(d)
	candidates := [][]byte{padded(password)}
	if len(password) > 0 {
		candidates = append(candidates, userPassword([]byte(o[:32]), password, r, n))
	}
	for _, p := range candidates {
		c.key = userKey(d, o[:32], id, p, r, n)
		if bytes.HasPrefix([]byte(u), userCheck(c.key, r, id)) {
			return nil
		}
	}
	return errPassword
}

// keyLength is the length of the key in bytes, up to revision 4.
func keyLength(d dict) int {
	n := d.integer("Length") / 8
	switch {
	case d.integer("R") < 3:
		return 5
	case n >= 5 && n <= 16:
		return n
	case d.integer("V") < 4:
		return 5
	}
	return 16
}

// userKey is the key by the padded password of the user.
func userKey(d dict, o, id string, password []byte, r, n int) []byte {
	h := md5.New()
	h.Write(password)
	h.Write([]byte(o))
	binary.Write(h, binary.LittleEndian, uint32(int64(d.integer("P"))))
	h.Write([]byte(id))
	if meta, ok := d["EncryptMetadata"].(bool); ok && !meta && r >= 4 {
		h.Write([]byte{255, 255, 255, 255})
	}
	key := h.Sum(nil)
	if r >= 3 {
		for range 50 {
			sum := md5.Sum(key[:n])
			key = sum[:]
		}
	}
	return key[:n]
}

// userPassword is algorithm 7: the owner's password is the key to the user's.
func userPassword(o, owner []byte, r, n int) []byte {
	sum := md5.Sum(padded(owner))
	if r < 3 {
		return unRC4(sum[:n], o)
	}
	for range 50 {
		sum = md5.Sum(sum[:])
	}
	for i := range 20 {
		o = unRC4(masked(sum[:n], byte(19-i)), o)
	}
	return o
}

// userCheck is what /U must begin with if key is right.
func userCheck(key []byte, r int, id string) []byte {
	if r < 3 {
		return unRC4(key, passwordPad)
	}
	sum := md5.Sum(append(slices.Clone(passwordPad), id...))
	out := sum[:]
	for i := range 20 {
		out = unRC4(masked(key, byte(i)), out)
	}
	return out
}

// masked is key with all bytes combined with m.
func masked(key []byte, m byte) []byte {
	out := slices.Clone(key)
	for i := range out {
		out[i] ^= m
	}
	return out
}

// key256 is algorithm 2.A of ISO 32000-2, 7.6.4.3.3: first for the password of
// the user, then for that of the owner, whose hashes take /U as well.
func (c *crypt) key256(d dict, password []byte) error {
	u, _ := d["U"].(string)
	ue, _ := d["UE"].(string)
	if len(u) < 48 || len(ue) < 32 {
		return errCipher
	}
	hash := hash2A
	if d.integer("R") >= 6 {
		hash = hash2B
	}
	if c.unwrap(hash, u, ue, password, nil) {
		return nil
	}
	o, _ := d["O"].(string)
	oe, _ := d["OE"].(string)
	if len(o) >= 48 && len(oe) >= 32 && c.unwrap(hash, o, oe, password, []byte(u[:48])) {
		return nil
	}
	return errPassword
}

// A hashFunc hashes a password with eight bytes of salt and, for the owner's,
// with /U.
type hashFunc func(password, salt, user []byte) []byte

// unwrap decrypts the file's key, if check begins with the password's hash.
func (c *crypt) unwrap(hash hashFunc, check, wrapped string, password, user []byte) bool {
	if !bytes.Equal(hash(password, []byte(check[32:40]), user), []byte(check[:32])) {
		return false
	}
	block, err := aes.NewCipher(hash(password, []byte(check[40:48]), user))
	if err != nil {
		return false
	}
	c.key = make([]byte, 32)
	cipher.NewCBCDecrypter(block, make([]byte, 16)).CryptBlocks(c.key, []byte(wrapped[:32]))
	return true
}

// hash2A is the hash of revision 5.
func hash2A(password, salt, user []byte) []byte {
	sum := sha256.Sum256(slices.Concat(password, salt, user))
	return sum[:]
}

// hash2B is algorithm 2.B, the hash of revision 6.
func hash2B(password, salt, user []byte) []byte {
	k := hash2A(password, salt, user)
	for round := 1; ; round++ {
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		e := bytes.Repeat(slices.Concat(password, k, user), 64)
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(e, e)
		mod := 0
		for _, b := range e[:16] {
			mod += int(b)
		}
		switch mod % 3 {
		case 0:
			sum := sha256.Sum256(e)
			k = sum[:]
		case 1:
			sum := sha512.Sum384(e)
			k = sum[:]
		default:
			sum := sha512.Sum512(e)
			k = sum[:]
		}
		if round >= 64 && int(e[len(e)-1]) <= round-32 {
			return k[:32]
		}
	}
}

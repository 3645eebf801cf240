package pdf

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
	"errors"
	"slices"
)

// errPassword says that a file needs a password to be opened.
var errPassword = errors.New("encrypted with a password")

// errCipher says that a file is encrypted in a way we do not know.
var errCipher = errors.New("unknown encryption")

// A crypt decrypts a file that opens with the empty user password, as most
// files do whose author only wanted to forbid printing. It stands here and not
// in the library because objects in object streams are decrypted with their
// stream, because the library reads neither 256 nor 40 bit keys right, and
// because streams are read past it.
type crypt struct {
	key     []byte
	method  cryptMethod
	strings cryptMethod
}

type cryptMethod uint8

const (
	cryptNone cryptMethod = iota
	cryptRC4
	cryptAES128
	cryptAES256
)

var passwordPad = []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08" +
	"\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")

// unlock finds the key of an encrypted file.
func (x *xrefs) unlock() error {
	c, err := newCrypt(x)
	if err == nil {
		x.crypt, x.opened = c, nil
	}
	return err
}

// newCrypt makes the key of x's file, nil if it is not encrypted.
func newCrypt(x *xrefs) (*crypt, error) {
	v, ok := x.trailer["Encrypt"]
	if !ok || v == nil {
		return nil, nil
	}
	if r, ok := v.(ref); ok {
		if e, ok := x.entries[r.id]; ok && e.stream == 0 && e.gen != r.gen {
			return nil, nil // another object: by the standard, there is none
		}
		v = x.object(r)
	}
	d, ok := v.(dict)
	if !ok {
		return nil, errCipher
	}
	if f, _ := d["Filter"].(name); f != "Standard" {
		return nil, errCipher
	}
	c := &crypt{}
	if err := c.methods(d); err != nil {
		return nil, err
	}
	var id string
	if ids, _ := x.trailer["ID"].([]any); len(ids) > 0 {
		id, _ = ids[0].(string)
	}
	if d.integer("R") >= 5 {
		return c, c.key256(d)
	}
	return c, c.key128(d, id)
}

// methods reads which cipher is used for streams and for strings.
func (c *crypt) methods(d dict) error {
	switch d.integer("V") {
	case 1, 2, 3:
		c.method, c.strings = cryptRC4, cryptRC4
		return nil
	case 4, 5:
		filters, _ := d["CF"].(dict)
		var err error
		if c.method, err = cryptFilter(filters, d["StmF"]); err != nil {
			return err
		}
		c.strings, err = cryptFilter(filters, d["StrF"])
		return err
	}
	return errCipher
}

func cryptFilter(filters dict, which any) (cryptMethod, error) {
	n, _ := which.(name)
	if n == "" || n == "Identity" {
		return cryptNone, nil
	}
	f, _ := filters[n].(dict)
	switch f["CFM"] {
	case name("V2"):
		return cryptRC4, nil
	case name("AESV2"):
		return cryptAES128, nil
	case name("AESV3"):
		return cryptAES256, nil
	case name("None"):
		return cryptNone, nil
	}
	return 0, errCipher
}

// key128 is algorithm 2 of ISO 32000-1, 7.6.3.3, for the empty user password,
// checked by algorithms 4 and 5.
func (c *crypt) key128(d dict, id string) error {
	o, _ := d["O"].(string)
	u, _ := d["U"].(string)
	if len(o) < 32 || len(u) < 16 {
		return errCipher
	}
	r, n := d.integer("R"), 5
	if r >= 3 {
		if n = d.integer("Length") / 8; n < 5 || n > 16 {
			n = 16
			if d.integer("V") < 4 {
				n = 5
			}
		}
	}
	h := md5.New()
	h.Write(passwordPad)
	h.Write([]byte(o[:32]))
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
	c.key = key[:n]
	if !bytes.HasPrefix([]byte(u), userCheck(c.key, r, id)) {
		return errPassword
	}
	return nil
}

// userCheck is what /U must begin with if key is right.
func userCheck(key []byte, r int, id string) []byte {
	if r < 3 {
		return unRC4(key, passwordPad)
	}
	sum := md5.Sum(append(slices.Clone(passwordPad), id...))
	out := sum[:]
	for i := range 20 {
		k := slices.Clone(key)
		for j := range k {
			k[j] ^= byte(i)
		}
		out = unRC4(k, out)
	}
	return out
}

// key256 is algorithm 2.A of ISO 32000-2, 7.6.4.3.3, for the empty user
// password.
func (c *crypt) key256(d dict) error {
	u, _ := d["U"].(string)
	ue, _ := d["UE"].(string)
	if len(u) < 48 || len(ue) < 32 {
		return errCipher
	}
	hash := hash256
	if d.integer("R") >= 6 {
		hash = hash2B
	}
	if !bytes.Equal(hash([]byte(u[32:40])), []byte(u[:32])) {
		return errPassword
	}
	block, err := aes.NewCipher(hash([]byte(u[40:48])))
	if err != nil {
		return err
	}
	c.key = make([]byte, 32)
	cipher.NewCBCDecrypter(block, make([]byte, 16)).CryptBlocks(c.key, []byte(ue[:32]))
	return nil
}

func hash256(salt []byte) []byte {
	sum := sha256.Sum256(salt)
	return sum[:]
}

// hash2B is algorithm 2.B for the empty password.
func hash2B(salt []byte) []byte {
	k := hash256(salt)
	for round := 0; ; round++ {
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		e := bytes.Repeat(k, 64)
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(e, e)
		mod := 0
		for _, b := range e[:16] {
			mod += int(b)
		}
		switch mod % 3 {
		case 0:
			k = hash256(e)
		case 1:
			sum := sha512.Sum384(e)
			k = sum[:]
		default:
			sum := sha512.Sum512(e)
			k = sum[:]
		}
		if round >= 63 && int(e[len(e)-1]) <= round-32 {
			return k[:32]
		}
	}
}

// objectKey is the key for one object (algorithm 1).
func (c *crypt) objectKey(r ref, m cryptMethod) []byte {
	if m == cryptAES256 {
		return c.key
	}
	k := append(slices.Clone(c.key), byte(r.id), byte(r.id>>8), byte(r.id>>16), byte(r.gen), byte(r.gen>>8))
	if m == cryptAES128 {
		k = append(k, "sAlT"...)
	}
	sum := md5.Sum(k)
	return sum[:min(len(c.key)+5, 16)]
}

// stream decrypts the raw bytes of the stream object r.
func (c *crypt) stream(r ref, filters []filter, body []byte) []byte {
	for _, f := range filters {
		if f.name == "Crypt" {
			return body
		}
	}
	return c.decrypt(r, c.method, body)
}

// text decrypts a string of the object r.
func (c *crypt) text(r ref, s string) string {
	return string(c.decrypt(r, c.strings, []byte(s)))
}

func (c *crypt) decrypt(r ref, m cryptMethod, data []byte) []byte {
	switch m {
	case cryptRC4:
		return unRC4(c.objectKey(r, m), data)
	case cryptAES128, cryptAES256:
		return unAES(c.objectKey(r, m), data)
	}
	return data
}

func unRC4(key, data []byte) []byte {
	c, err := rc4.NewCipher(key)
	if err != nil {
		return data
	}
	out := make([]byte, len(data))
	c.XORKeyStream(out, data)
	return out
}

// unAES decrypts CBC data that begins with its initial vector, and takes the
// padding away.
func unAES(key, data []byte) []byte {
	block, err := aes.NewCipher(key)
	if err != nil || len(data) < 2*aes.BlockSize {
		return nil
	}
	iv, data := data[:aes.BlockSize], data[aes.BlockSize:]
	out := make([]byte, len(data)/aes.BlockSize*aes.BlockSize)
	cipher.NewCBCDecrypter(block, iv).CryptBlocks(out, data[:len(out)])
	if pad := int(out[len(out)-1]); pad >= 1 && pad <= aes.BlockSize {
		out = out[:len(out)-pad]
	}
	return out
}

// decryptStream decrypts the raw bytes of the stream object r of x.
func (x *xrefs) decryptStream(r ref, d dict, body []byte) []byte {
	if x.crypt == nil || d["Type"] == name("XRef") {
		return body
	}
	return x.crypt.stream(r, dictFilters(d), body)
}

package pdf

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"errors"
	"fmt"
	"slices"
)

// errPassword says that a file needs a password to be opened.
var errPassword = errors.New("encrypted with a password")

// errWrongPassword says that the given one is another.
var errWrongPassword = fmt.Errorf("%w, which is not the one given", errPassword)

// errCipher says that a file is encrypted in a way we do not know.
var errCipher = errors.New("unknown encryption")

// A crypt decrypts a file. It stands here and not in the library because objects
// in object streams are decrypted with their stream, because the library reads
// neither 256 nor 40 bit keys right, and because streams are read past it. How
// its key is found is in password.go.
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
	return c, c.find(d, id, x.password)
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

package records

import (
	"bytes"
	"crypto/aes"
	stdcipher "crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"encoding/binary"
	"fmt"

	"imr/internal/pdf/rewrite"
)

// cipher is how a file is encrypted, and the password that opens it: "" for a file that anybody may open.
type cipher struct{ name, password string }

// scheme is a way of ISO 32000 to encrypt.
type scheme struct {
	version, revision, key int // the key's length in bytes
	filter                 string
}

var schemes = map[string]scheme{
	"rc4-40":  {1, 2, 5, ""},
	"rc4-128": {2, 3, 16, ""},
	"aes-128": {4, 4, 16, "AESV2"},
	"aes-256": {5, 6, 32, "AESV3"},
}

const (
	ownerPassword = "the owner's"
	permissions   = -4 // all
)

func (d *drawer) setCipher(value string) error {
	if _, err := fmt.Sscan(value+" -", &d.cipher.name, &d.cipher.password); err != nil {
		return err
	}
	if d.cipher.password == "-" {
		d.cipher.password = ""
	}
	var known string
	return oneOf(&known, "encrypt", d.cipher.name, "rc4-40", "rc4-128", "aes-128", "aes-256")
}

// apply encrypts all streams and returns the entries of the trailer. The file has no strings but those of its properties, which are left
// out. Nothing is left to chance, so that the same record gives the same bytes.
func (c cipher) apply(o *rewrite.Objects, id []byte) string {
	s := schemes[c.name]
	o.Body[o.Info], o.Info = []byte("null"), 0
	key, entries := []byte(nil), ""
	if s.revision >= 6 {
		key, entries = c.sealed256(id)
	} else {
		key, entries = c.sealed(s, id)
	}
	for n, body := range o.Body {
		if i, j := bytes.Index(body, []byte("stream\n")), bytes.LastIndex(body, []byte("\nendstream")); i >= 0 {
			data := s.encrypt(key, n, body[i+len("stream\n"):j])
			dict := lengths.ReplaceAll(body[:i], fmt.Appendf(nil, "/Length %d", len(data)))
			o.Body[n] = fmt.Appendf(nil, "%sstream\n%s\nendstream", dict, data)
		}
	}
	if s.filter != "" {
		entries += fmt.Sprintf("/CF <</StdCF <</CFM /%s /Length %d /AuthEvent /DocOpen>>>> /StmF /StdCF /StrF /StdCF", s.filter, s.key)
	}
	n := o.Add("<</Filter /Standard /V %d /R %d /Length %d /P %d %s>>", s.version, s.revision, s.key*8, permissions, entries)
	return fmt.Sprintf(" /Encrypt %d 0 R", n)
}

// encrypt encrypts the stream of an object (algorithm 1, and 1.A for keys of 256 bits).
func (s scheme) encrypt(key []byte, number int, data []byte) []byte {
	if s.revision < 6 {
		h := md5.New()
		h.Write(key)
		h.Write([]byte{byte(number), byte(number >> 8), byte(number >> 16), 0, 0})
		if s.filter != "" {
			h.Write([]byte("sAlT"))
		}
		key = h.Sum(nil)[:min(len(key)+5, 16)]
	}
	if s.filter == "" {
		return byRC4(key, data)
	}
	vector := sha256.Sum256([]byte{byte(number), byte(number >> 8)})
	padding := aes.BlockSize - len(data)%aes.BlockSize
	padded := append(bytes.Clone(data), bytes.Repeat([]byte{byte(padding)}, padding)...)
	return append(bytes.Clone(vector[:aes.BlockSize]), byAES(key, vector[:aes.BlockSize], padded)...)
}

func byRC4(key, data []byte) []byte {
	c, err := rc4.NewCipher(key)
	if err != nil {
		panic(err) // no key is too short or too long
	}
	out := make([]byte, len(data))
	c.XORKeyStream(out, data)
	return out
}

func byAES(key, vector, data []byte) []byte {
	block, err := aes.NewCipher(key)
	if err != nil {
		panic(err) // all keys have 16 or 32 bytes
	}
	out := make([]byte, len(data))
	stdcipher.NewCBCEncrypter(block, vector).CryptBlocks(out, data)
	return out
}

// sealed returns the file's key and the entries that check a password (algorithms 2 to 5).
func (c cipher) sealed(s scheme, id []byte) (key []byte, entries string) {
	owner := s.again(padded(ownerPassword))[:s.key]
	o := s.rounds(owner, padded(c.password))
	seed := append(padded(c.password), o...)
	all := int32(permissions)
	seed = binary.LittleEndian.AppendUint32(seed, uint32(all))
	key = s.again(append(seed, id...))[:s.key]
	u := s.rounds(key, padded(""))
	if s.revision > 2 {
		sum := md5.Sum(append(padded(""), id...))
		u = append(s.rounds(key, sum[:]), make([]byte, 16)...)
	}
	return key, fmt.Sprintf("/O <%x> /U <%x> ", o, u)
}

// again hashes once, and from revision 3 on fifty times more.
func (s scheme) again(data []byte) []byte {
	sum := md5.Sum(data)
	for i := 0; i < 50 && s.revision > 2; i++ {
		sum = md5.Sum(sum[:s.key])
	}
	return sum[:]
}

// rounds encrypts once, and from revision 3 on nineteen times more, each time with another key.
func (s scheme) rounds(key, data []byte) []byte {
	data = byRC4(key, data)
	for i := byte(1); i < 20 && s.revision > 2; i++ {
		other := bytes.Clone(key)
		for k := range other {
			other[k] ^= i
		}
		data = byRC4(other, data)
	}
	return data
}

// padded is a password filled up to 32 bytes.
func padded(password string) []byte {
	const filling = "\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A"
	return []byte((password + filling)[:32])
}

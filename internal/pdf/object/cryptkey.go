package object

import (
	"bytes"
	"crypto/md5"
)

// passwordPad stands behind every password, and for an empty one (algorithm 2).
var passwordPad = []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")

// newCrypt reads an encryption dictionary (tables 20 and 21) and derives the key from the empty user password.
func newCrypt(dict Value, id []byte) (*crypt, error) {
	const oldest, newest = 2, 6
	c := &crypt{clearMetadata: dict.Key("EncryptMetadata").is("false")}
	revision := dict.Key("R").Int()
	if filter := dict.Key("Filter"); !filter.Is("Standard") && !filter.IsNull() || revision < oldest || revision > newest || !c.readMethods(dict) {
		return nil, ErrEncryption
	}
	if c.strings == plain && c.streams == plain {
		return c, nil
	}
	if revision >= 5 {
		return c, c.openAES256(dict, revision)
	}
	owner, user := dict.Key("O").Text, dict.Key("U").Text
	if len(owner) < 32 || len(user) < 16 {
		return nil, ErrEncryption
	}
	c.deriveKey(dict, owner[:32], id, revision, c.keyLength(dict))
	if !bytes.HasPrefix(user, c.userCheck(id, revision)) {
		return nil, ErrPassword
	}
	return c, nil
}

// readMethods reads how strings and streams are encrypted. It reports whether that is known here.
func (c *crypt) readMethods(dict Value) bool {
	switch dict.Key("V").Int() {
	case 1, 2:
		c.strings, c.streams = rc4Method, rc4Method
		return true
	case 4, 5:
		var ok1, ok2 bool
		c.strings, ok1 = methodOf(dict, "StrF")
		c.streams, ok2 = methodOf(dict, "StmF")
		return ok1 && ok2
	}
	return false
}

func methodOf(dict Value, entry string) (method, bool) {
	name := dict.Key(entry).Name()
	if name == "" || name == "Identity" {
		return plain, true
	}
	switch dict.Key("CF").Key(name).Key("CFM").Name() {
	case "None":
		return plain, true
	case "V2":
		return rc4Method, true
	case "AESV2":
		return aes128Method, true
	case "AESV3":
		return aes256Method, true
	}
	return plain, false
}

// keyLength returns the file key's length in bytes. Crypt filters state it in bytes or in bits, and often not at all.
func (c *crypt) keyLength(dict Value) int {
	const shortest, longest = 5, 16
	switch dict.Key("V").Int() {
	case 1:
		return shortest
	case 4:
		return longest
	}
	n := dict.Key("Length").Int()
	if n >= 40 {
		n /= 8
	}
	if n == 0 {
		n = shortest
	}
	return min(max(n, shortest), longest)
}

// deriveKey computes the file key of revisions 2 to 4 (algorithm 2).
func (c *crypt) deriveKey(dict Value, owner, id []byte, revision, length int) {
	const rounds = 50
	permissions := uint32(int64(dict.Key("P").Float()))
	h := md5.New()
	h.Write(passwordPad)
	h.Write(owner)
	h.Write([]byte{byte(permissions), byte(permissions >> 8), byte(permissions >> 16), byte(permissions >> 24)})
	h.Write(id)
	if revision >= 4 && c.clearMetadata {
		h.Write([]byte{0xFF, 0xFF, 0xFF, 0xFF})
	}
	key := h.Sum(nil)
	if revision >= 3 {
		for range rounds {
			sum := md5.Sum(key[:length])
			key = sum[:]
		}
	}
	c.key = key[:length]
}

// userCheck computes what the U entry must start with (algorithms 4 and 5).
func (c *crypt) userCheck(id []byte, revision int) []byte {
	const rounds = 19
	if revision == 2 {
		return decryptRC4(c.key, passwordPad)
	}
	sum := md5.Sum(append(bytes.Clone(passwordPad), id...))
	check := sum[:]
	for i := range rounds + 1 {
		key := bytes.Clone(c.key)
		for j := range key {
			key[j] ^= byte(i)
		}
		check = decryptRC4(key, check)
	}
	return check
}

package records

import (
	"bytes"
	"crypto/aes"
	"crypto/sha256"
	"crypto/sha512"
	"fmt"
)

// sealed256 returns the file's key and the entries from which a password gives it (ISO 32000-2, algorithms 8 to 10).
func (c cipher) sealed256(id []byte) (key []byte, entries string) {
	sum := sha256.Sum256(append([]byte("the file's key"), id...))
	key = sum[:]
	u, ue := lock(c.password, nil, key, id[:8], id[8:16])
	o, oe := lock(ownerPassword, u, key, id[8:16], id[:8])
	all := []byte{0xFC, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 'T', 'a', 'd', 'b', id[0], id[1], id[2], id[3]}
	return key, fmt.Sprintf("/U <%x> /UE <%x> /O <%x> /OE <%x> /Perms <%x> ", u, ue, o, oe, byAES(key, make([]byte, aes.BlockSize), all))
}

// lock returns what checks a password, with its two salts, and the key as the password unlocks it.
func lock(password string, user, key, checkSalt, keySalt []byte) (check, sealed []byte) {
	check = append(append(hash256(password, checkSalt, user), checkSalt...), keySalt...)
	return check, byAES(hash256(password, keySalt, user), make([]byte, aes.BlockSize), key)
}

// hash256 is algorithm 2.B: rounds of encryption and hashing until the data say stop.
func hash256(password string, salt, user []byte) []byte {
	first := sha256.Sum256(bytes.Join([][]byte{[]byte(password), salt, user}, nil))
	k := first[:]
	for round := 1; ; round++ {
		e := bytes.Repeat(bytes.Join([][]byte{[]byte(password), k, user}, nil), 64)
		e = byAES(k[:16], k[16:32], e)
		sum := 0
		for _, b := range e[:16] {
			sum += int(b)
		}
		switch sum % 3 {
		case 0:
			h := sha256.Sum256(e)
			k = h[:]
		case 1:
			h := sha512.Sum384(e)
			k = h[:]
		default:
			h := sha512.Sum512(e)
			k = h[:]
		}
		if round >= 64 && int(e[len(e)-1]) <= round-32 {
			return k[:32]
		}
	}
}

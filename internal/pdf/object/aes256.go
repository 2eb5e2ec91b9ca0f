package object

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"crypto/sha512"
)

// openAES256 reads the file key of revisions 5 and 6 (ISO 32000-2, algorithm 2.A) with the empty user password.
func (c *crypt) openAES256(dict Value, revision int) error {
	user, sealed := dict.Key("U").Text, dict.Key("UE").Text
	if len(user) < 48 || len(sealed) < 32 {
		return ErrEncryption
	}
	hash := hashR6
	if revision == 5 {
		hash = func(salt []byte) []byte { sum := sha256.Sum256(salt); return sum[:] }
	}
	check, salt := user[32:40], user[40:48]
	if !bytes.Equal(hash(check), user[:32]) {
		return ErrPassword
	}
	block, err := aes.NewCipher(hash(salt))
	if err != nil {
		return ErrEncryption
	}
	c.key = make([]byte, 32)
	cipher.NewCBCDecrypter(block, make([]byte, aes.BlockSize)).CryptBlocks(c.key, sealed[:32])
	return nil
}

// hashR6 is algorithm 2.B for an empty password: rounds of encryption and hashing until the data say stop.
func hashR6(salt []byte) []byte {
	const repeats, least = 64, 64
	sum := sha256.Sum256(salt)
	k := sum[:]
	for round := 0; ; round++ {
		e := bytes.Repeat(k, repeats)
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(e, e)
		k = hashBy(e)
		if round >= least-1 && int(e[len(e)-1]) <= round+1-32 {
			return k[:32]
		}
	}
}

// hashBy picks the hash by the first 16 bytes as a number modulo 3, which is that of their sum.
func hashBy(e []byte) []byte {
	sum := 0
	for _, b := range e[:16] {
		sum += int(b)
	}
	switch sum % 3 {
	case 0:
		h := sha256.Sum256(e)
		return h[:]
	case 1:
		h := sha512.Sum384(e)
		return h[:]
	}
	h := sha512.Sum512(e)
	return h[:]
}

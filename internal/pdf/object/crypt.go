package object

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
)

// method is how strings or streams are encrypted (7.6).
type method uint8

const (
	plain method = iota
	rc4Method
	aes128Method // AESV2
	aes256Method // AESV3 of PDF 2.0
)

// crypt decrypts what an encrypted file holds. A nil crypt changes nothing.
type crypt struct {
	key              []byte
	strings, streams method
	clearMetadata    bool
}

// startCrypt reads the encryption dictionary and tries the empty password, with which files open that anybody may read.
func (f *File) startCrypt() error {
	dict := f.value(f.trailer).Key("Encrypt")
	if dict.Kind != Dict {
		return nil // a reference to nothing occurs in files that are not encrypted
	}
	c, err := newCrypt(dict, f.value(f.trailer).Key("ID").Index(0).Text)
	if err != nil {
		return err
	}
	clear(f.objects) // those read so far were not decrypted
	if number := f.value(f.trailer).Reference("Encrypt"); number > 0 {
		f.objects[number] = dict.host // whose strings are as they should be
	}
	f.crypt = c
	return nil
}

// decryptStrings decrypts the strings of an object in place.
func (c *crypt) decryptStrings(t *Token, number, gen int) {
	if c == nil || c.strings == plain {
		return
	}
	if t.Kind == String {
		t.Text = c.decrypt(c.strings, t.Text, number, gen)
	}
	for i := range t.Items {
		c.decryptStrings(&t.Items[i], number, gen)
	}
}

// decryptStream returns a stream's data before its filters.
func (c *crypt) decryptStream(v Value) []byte {
	data := v.host.stream
	if c == nil || v.Key("Type").Is("XRef") || c.clearMetadata && v.Key("Type").Is("Metadata") {
		return data
	}
	if first := v.firstFilter(); first.Is("Crypt") { // its own method: the identity is the only one in use
		if name := v.parms(0).Key("Name"); name.IsNull() || name.Is("Identity") {
			return data
		}
	}
	return c.decrypt(c.streams, data, v.host.number, v.host.gen)
}

func (c *crypt) decrypt(m method, data []byte, number, gen int) []byte {
	switch m {
	case rc4Method:
		return decryptRC4(c.objectKey(number, gen, ""), data)
	case aes128Method:
		return decryptAES(c.objectKey(number, gen, "sAlT"), data)
	case aes256Method:
		return decryptAES(c.key, data)
	}
	return data
}

// objectKey derives the key of one object (algorithm 1).
func (c *crypt) objectKey(number, gen int, salt string) []byte {
	h := md5.New()
	h.Write(c.key)
	h.Write([]byte{byte(number), byte(number >> 8), byte(number >> 16), byte(gen), byte(gen >> 8)})
	h.Write([]byte(salt))
	return h.Sum(nil)[:min(len(c.key)+5, 16)]
}

func decryptRC4(key, data []byte) []byte {
	c, err := rc4.NewCipher(key)
	if err != nil {
		return data
	}
	out := make([]byte, len(data))
	c.XORKeyStream(out, data)
	return out
}

// decryptAES undoes CBC with the initial vector before the data and padding behind them. Data of an odd length lose their end.
func decryptAES(key, data []byte) []byte {
	block, err := aes.NewCipher(key)
	if err != nil || len(data) < 2*aes.BlockSize {
		return nil
	}
	vector, data := data[:aes.BlockSize], data[aes.BlockSize:]
	out := make([]byte, len(data)/aes.BlockSize*aes.BlockSize)
	cipher.NewCBCDecrypter(block, vector).CryptBlocks(out, data[:len(out)])
	if padding := int(out[len(out)-1]); padding >= 1 && padding <= aes.BlockSize {
		out = out[:len(out)-padding]
	}
	return out
}

package vault_test

import (
	"context"
	"fmt"
	"os"

	"imr/internal/vault"
)

func Example() {
	dir, err := os.MkdirTemp("", "store")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = os.RemoveAll(dir) }()
	ctx := context.Background()
	v, err := vault.Open(ctx, dir)
	if err != nil {
		fmt.Println(err)
		return
	}
	hash, err := v.PutResult(ctx, map[string][]byte{"letter.txt": []byte("Dear")})
	fmt.Println(len(hash), err)
	files, err := v.Result(ctx, hash)
	fmt.Println(string(files["letter.txt"]), err, v.Close())
	// Output:
	// 64 <nil>
	// Dear <nil> <nil>
}

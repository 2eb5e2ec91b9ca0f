package main

import (
	"context"
	"errors"
	"path/filepath"

	"imr/internal/engine"
	"imr/internal/ledger"
	"imr/internal/output"
	"imr/internal/vault"
)

// openKeeper opens where results are kept. One process at a time has the output folder, but where a database is shared.
func openKeeper(ctx context.Context, out string, set settings) (k engine.Keeper, err error) {
	use := output.Alone
	if set.database != "" {
		use = output.Together
	}
	if k.Folder, err = output.Open(out, use); err != nil {
		return k, err
	}
	if k.Vault, err = vaultOf(ctx, set.store, k.Folder.Inner()); err == nil {
		k.Ledger, err = ledgerOf(ctx, set.database, k.Folder.Inner())
	}
	if err == nil && set.database != "" {
		err = k.Vault.Same(ctx, k.Ledger.Mark)
	}
	if err != nil {
		closeKeeper(k)
	}
	return k, err
}

// keeper opens where an earlier run keeps its results, beside others that work there.
func (f onLedger) keeper(ctx context.Context, out string) (k engine.Keeper, err error) {
	set, err := shared{Config: f.Config}.settings()
	if err != nil {
		return k, err
	}
	if k.Ledger, err = f.open(ctx, out); err != nil {
		return k, err
	}
	if k.Folder, err = output.Open(out, output.Beside); err == nil {
		k.Vault, err = vaultOf(ctx, set.store, k.Folder.Inner())
	}
	if err != nil {
		closeKeeper(k)
	}
	return k, err
}

// closeKeeper gives the output folder free. Its lock ends with the program in any case, so a failure to close it harms nothing.
func closeKeeper(k engine.Keeper) {
	var err error
	if k.Ledger != nil {
		err = k.Ledger.Close()
	}
	if k.Vault != nil {
		err = errors.Join(err, k.Vault.Close())
	}
	if k.Folder != nil {
		err = errors.Join(err, k.Folder.Close())
	}
	_ = err
}

// ledgerOf opens the ledger in a database that several machines share, or, without one, in a folder.
func ledgerOf(ctx context.Context, database, dir string) (*ledger.Ledger, error) {
	if database == "" {
		return ledger.Open(ctx, dir)
	}
	return ledger.OpenServer(ctx, database)
}

// vaultOf opens the store at an address; without one, within the inner folder of the results.
func vaultOf(ctx context.Context, address, inner string) (*vault.Vault, error) {
	if address == "" {
		address = filepath.Join(inner, "store")
	}
	return vault.Open(ctx, address)
}

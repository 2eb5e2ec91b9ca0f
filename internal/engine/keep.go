package engine

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"time"

	"imr/internal/ledger"
	"imr/internal/output"
	"imr/internal/vault"
)

// Keeper is where results are kept: the output folder, where people find them; the store, from which they can be laid there again; and
// the ledger, which knows of both.
type Keeper struct {
	Folder *output.Store
	Vault  *vault.Vault
	Ledger *ledger.Ledger
}

// Keep keeps a result and ends its task, in the order store, folder, ledger: a crash in between has the same bytes written once more. An
// *AdoptedError says that the folder was adopted and is left as it is; any other is a failure of the surroundings.
func (k Keeper) Keep(ctx context.Context, t ledger.Task, out Outcome, now time.Time) (ledger.Task, error) {
	before := t.Result
	t = ended(t, out, now)
	var refused error
	if out.Files != nil {
		var err error
		if t.Result, err = k.put(ctx, t, out.Files); err != nil {
			return t, err
		}
		err = k.write(ctx, t, out.Files)
		if errors.Is(err, output.ErrAdopted) {
			before, t.Result = t.Result, before
			refused, err = &AdoptedError{k.Folder.Dir(t.Folder)}, nil
		}
		if err != nil {
			return t, err
		}
	}
	err := k.Ledger.End(ctx, t)
	if err == nil && before != "" && before != t.Result {
		err = k.Vault.RemoveResult(ctx, before)
	}
	return t, errors.Join(refused, err)
}

// taskFile holds what the ledger knows of a result, beside the result in the store, so that a ledger that was lost can be made again.
const taskFile = "task.json"

// put keeps a result in the store.
func (k Keeper) put(ctx context.Context, t ledger.Task, files map[string][]byte) (string, error) {
	t.Result = ""
	about, err := json.Marshal(t)
	if err != nil {
		return "", err
	}
	all := maps.Clone(files)
	all[taskFile] = about
	return k.Vault.PutResult(ctx, all)
}

// Kept is what the store holds under a hash: a result's files and its task as it was when it ended.
func (k Keeper) Kept(ctx context.Context, hash string) (t ledger.Task, files map[string][]byte, err error) {
	files, err = k.Vault.Result(ctx, hash)
	if err != nil {
		return t, nil, err
	}
	err = json.Unmarshal(files[taskFile], &t)
	t.Result = hash
	delete(files, taskFile)
	if err != nil {
		err = fmt.Errorf("the result %s: %w", hash, vault.ErrDamaged)
	}
	return t, files, err
}

// Lay puts a result from the store into its folder, where another machine did the case or the folder was lost.
func (k Keeper) Lay(ctx context.Context, t ledger.Task) error {
	_, files, err := k.Kept(ctx, t.Result)
	if err != nil || k.Folder.Holds(t.Folder, files) {
		return err
	}
	if k.Folder.Exists(t.Folder) && !k.Folder.Whole(t.Folder) {
		return fmt.Errorf("%s is in the way of a result from the store; move it elsewhere", k.Folder.Dir(t.Folder))
	}
	if err := k.write(ctx, t, files); !errors.Is(err, output.ErrAdopted) {
		return err
	}
	return nil
}

func (k Keeper) write(ctx context.Context, t ledger.Task, files map[string][]byte) error {
	later, err := k.Ledger.Later(ctx, t.Folder)
	if err != nil {
		return err
	}
	return k.Folder.Write(output.Result{Name: t.Folder, Earlier: t.Earlier, Later: later, Files: files})
}

// relay makes sure that the result of a task that is done lies in its folder; false where nobody has it any more.
func (k Keeper) relay(ctx context.Context, t ledger.Task) (bool, error) {
	if k.Folder.Whole(t.Folder) || t.Result == "" {
		return k.Folder.Whole(t.Folder), nil
	}
	err := k.Lay(ctx, t)
	if errors.Is(err, vault.ErrNone) || errors.Is(err, vault.ErrDamaged) {
		return false, k.Ledger.Lost(ctx, t.Folder)
	}
	return err == nil, err
}

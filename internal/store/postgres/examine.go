package postgres

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
)

// Examined is what Examine found.
type Examined struct {
	Engine string // version of the server
	Schema int64  // number of the last migration; 0 where the database holds no record yet
	Wanted int64  // that of this program
}

// Examine asks a server about a record and changes nothing.
func Examine(ctx context.Context, url string) (out Examined, err error) {
	files, err := fs.Glob(migrations, "migration/*.sql")
	if err != nil || len(files) == 0 {
		return out, errors.Join(err, errors.New("the program has no migrations"))
	}
	if _, err := fmt.Sscanf(files[len(files)-1], "migration/%d_", &out.Wanted); err != nil {
		return out, err
	}
	config, err := pgx.ParseConfig(url)
	if err != nil {
		return out, err
	}
	db := stdlib.OpenDB(*config)
	defer db.Close()
	if err := db.QueryRowContext(ctx, `SHOW server_version`).Scan(&out.Engine); err != nil {
		return out, err
	}
	var at sql.NullInt64
	err = db.QueryRowContext(ctx, `SELECT max(version_id) FROM goose_db_version WHERE is_applied`).Scan(&at)
	var wrong *pgconn.PgError
	if errors.As(err, &wrong) && wrong.Code == "42P01" { // undefined_table
		err = nil
	}
	out.Schema = at.Int64
	return out, err
}

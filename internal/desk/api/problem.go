package api

import (
	"context"
	"errors"

	"github.com/danielgtaylor/huma/v2"

	"github.com/chancery-project/chancery/internal/desk/guard"
	"github.com/chancery-project/chancery/internal/store"
)

// invalid is a problem with one thing that the client sent: where it stands
// ("query.as_of"), what is wrong with it.
func invalid(where string, value any, why string) error {
	return huma.Error422UnprocessableEntity("validation failed", &huma.ErrorDetail{Location: where, Message: why, Value: value})
}

// problem makes the answer for an error of another room. what is what was
// asked for, as in "The record has no such report".
func (s *server) problem(ctx context.Context, err error, what string) error {
	var said huma.StatusError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &said):
		return err
	case errors.Is(err, store.ErrNotFound):
		return huma.Error404NotFound("The record has no such " + what + ".")
	case ctx.Err() != nil:
		return huma.Error503ServiceUnavailable("The request was given up.")
	}
	s.Log.Error("api", "error", err)
	return huma.Error500InternalServerError("The record could not be asked. The log of the server says why.")
}

// allow gives a middleware that lets only tokens with a scope pass.
func (s *server) allow(scope guard.Scope) func(huma.Context, func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		err := s.Tokens.Check(ctx.Header("Authorization"), scope)
		if err == nil {
			next(ctx)
			return
		}
		status := 403
		switch {
		case errors.Is(err, guard.ErrNoToken):
			status = 401
			ctx.SetHeader("WWW-Authenticate", `Bearer realm="chancery"`)
		case errors.Is(err, guard.ErrToken):
			status = 401
			ctx.SetHeader("WWW-Authenticate", `Bearer realm="chancery", error="invalid_token"`)
		case errors.Is(err, guard.ErrScope):
			ctx.SetHeader("WWW-Authenticate", `Bearer realm="chancery", error="insufficient_scope", scope="`+string(scope)+`"`)
		}
		_ = huma.WriteErr(s.api, ctx, status, err.Error()) // the client has gone: nobody to tell
	}
}

// writes marks an operation as one that needs a token.
func (s *server) writes(scope guard.Scope, op huma.Operation) huma.Operation {
	op.Security = []map[string][]string{{"token": {}}}
	op.Middlewares = huma.Middlewares{s.allow(scope)}
	op.Description += " Needs a token with the scope " + string(scope) + "."
	op.Errors = append(op.Errors, 401, 403)
	return op
}

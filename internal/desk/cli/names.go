package cli

import (
	"github.com/chancery-project/chancery/internal/desk/terminal"
	"github.com/chancery-project/chancery/internal/desk/who"
	"github.com/chancery-project/chancery/internal/desk/wording"
)

// names gives the usual names of countries and organisations.
func (inv Invocation) names() wording.Names { return who.Name }

// style is how results look: coloured on a terminal alone.
func (inv Invocation) style() terminal.Style { return terminal.StyleFor(inv.Out, inv.Getenv) }

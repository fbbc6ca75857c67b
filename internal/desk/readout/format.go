package readout

import (
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/report"
)

// Format appends what a report says to a buffer.
type Format func(buf []byte, from *report.Report, says *reading.Reading) ([]byte, error)

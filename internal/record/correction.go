package record

// Correction is what a person said of the record.
type Correction struct{}

// Mark is a correction as it shows on an engagement.
type Mark struct{}

func apply(e *Engagement, corrections []Correction) {}

package neural

import "fmt"

// Decode gives back in floating point the weights that Encode wrote in 8 bits,
// for training that goes on from them.
func Decode(b []byte) (*Weights, error) {
	r := reader{b: b}
	if string(r.bytes(len(modelMagic))) != modelMagic {
		return nil, fmt.Errorf("decode model: %w", errModel)
	}
	w := &Weights{}
	in := 0
	for _, p := range []*int{&w.Size.Embed, &w.Hidden, &w.Arc, &w.Rel, &w.Tag, &w.Rels, &w.Tags, &in} {
		if *p = int(r.u32()); *p < 1 || *p > 1<<14 {
			return nil, fmt.Errorf("decode model: %w", errModel)
		}
	}
	w.Known, w.RelNames, w.TagNames = r.names(), r.names(), r.names()
	w.Embed = r.linear((WordStart+1+len(w.Known))*w.Size.Embed, 1).W
	for i := range w.In {
		w.In[i] = r.linear(in, 6*w.Hidden)
		w.Recurrent[i][0] = r.linear(w.Hidden, 3*w.Hidden)
		w.Recurrent[i][1] = r.linear(w.Hidden, 3*w.Hidden)
		in = 2 * w.Hidden
	}
	w.Top, w.Low = r.linear(in, 2*w.Arc+2*w.Rel+w.Tag), r.linear(in, w.Tag)
	w.RelOut, w.TagOut = r.linear(w.Rel, w.Rels), r.linear(w.Tag, w.Tags)
	w.ArcRoot, w.ArcBias, w.RelRoot, w.RelFar = r.floats(w.Arc), r.floats(w.Arc), r.floats(w.Rel), r.floats(w.Rel*Distances)
	if r.failed {
		return nil, fmt.Errorf("decode model: %w", errModel)
	}
	return w, nil
}

// linear reads a linear map in floating point.
func (r *reader) linear(in, out int) Linear {
	l := Linear{In: in, Out: out}
	scales := r.floats(out)
	l.B = r.floats(out)
	w := r.int8s(in * out)
	if r.failed {
		return Linear{}
	}
	for i, v := range w {
		l.W = append(l.W, float32(float32(v)*scales[i/in]))
	}
	return l
}

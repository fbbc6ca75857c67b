package neural

import "testing"

// The kernels must give the same bits without the newest instructions.
func TestKernelsWithoutVNNI(t *testing.T) {
	defer func(v bool) { hasVNNI = v }(hasVNNI)
	hasVNNI = false
	TestKernels(t)
}

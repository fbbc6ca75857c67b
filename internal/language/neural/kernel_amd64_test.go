package neural

import "testing"

// The kernels must give the same bits without the newer instructions.
func TestKernelsWithoutVNNI(t *testing.T) {
	if !hasVNNI {
		t.Log("no VNNI here: TestKernels has run without it")
		return
	}
	hasVNNI = false
	defer func() { hasVNNI = true }()
	TestKernels(t)
}

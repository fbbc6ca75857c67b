package main

import "golang.org/x/sys/cpu"

var hasAVX2 = cpu.X86.HasAVX2

func kernel(k int, a, b, c []float32, ldc int) {
	if hasAVX2 {
		_ = c[5*ldc+15]
		kernelAVX2(k, &a[0], &b[0], &c[0], ldc)
		return
	}
	kernelPlain(k, a, b, c, ldc)
}

//go:noescape
func kernelAVX2(k int, a, b, c *float32, ldc int)

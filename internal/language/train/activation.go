package main

// squash is the activation of the network: a parabola arc that meets ±1 with
// slope 0 at ±2. It stands in for tanh, costs three operations and is the same
// on every machine. gate is the same between 0 and 1, for the sigmoid.

func squash(x float32) float32 {
	if x >= 2 {
		return 1
	}
	if x <= -2 {
		return -1
	}
	if x < 0 {
		return float32(x * (1 + float32(x*0.25)))
	}
	return float32(x * (1 - float32(x*0.25)))
}

// squashSlope is the slope of squash at x.
func squashSlope(x float32) float32 {
	if x < 0 {
		x = -x
	}
	if x >= 2 {
		return 0
	}
	return 1 - float32(x*0.5)
}

func gate(x float32) float32 { return 0.5 + float32(0.5*squash(float32(x*0.5))) }

func gateSlope(x float32) float32 { return float32(0.25 * squashSlope(float32(x*0.5))) }

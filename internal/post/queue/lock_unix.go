//go:build unix

package queue

import (
	"os"
	"syscall"
)

// tryLock takes the lock on a file for as long as it is open, or fails at once.
func tryLock(file *os.File) error {
	return syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
}

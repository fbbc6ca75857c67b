package queue

import (
	"os"

	"golang.org/x/sys/windows"
)

// tryLock takes the lock on a file for as long as it is open, or fails at once.
func tryLock(file *os.File) error {
	return windows.LockFileEx(windows.Handle(file.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, new(windows.Overlapped))
}

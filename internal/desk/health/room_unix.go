//go:build linux || darwin

package health

import "golang.org/x/sys/unix"

// room gives the bytes that a user may still write in a folder.
func room(dir string) (int64, bool) {
	var s unix.Statfs_t
	if err := unix.Statfs(dir, &s); err != nil {
		return 0, false
	}
	return int64(s.Bavail) * int64(s.Bsize), true
}

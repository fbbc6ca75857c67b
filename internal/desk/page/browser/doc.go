// Package browser opens the pages in a real browser: Debian's Chromium, driven
// over the DevTools protocol.
//
// It holds tests alone, behind the build tag "browser", since they need
// Chromium and axe-core; `make test` installs both. With CHANCERY_PICTURES set
// to a folder, TestPictures writes the pictures of docs/pages.md there
// (`make pictures`).
package browser

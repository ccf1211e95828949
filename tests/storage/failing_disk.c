/* Lets the nth write or sync of an office file fail, as a broken disk or a full one does.
 * Loaded before the C library (LD_PRELOAD); the test arms it by disk_fails_at(). */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static long left = -1;
static int reason = 0;
static int for_ever = 0;
static long seen = 0;

/* `nth` counts from 1; 0 lets everything succeed again. Tells how many were asked for so far. */
long disk_fails_at(long nth, int error, int stays) {
    long before = seen;
    left = nth > 0 ? nth : -1;
    reason = error;
    for_ever = stays;
    seen = 0;
    return before;
}

static int is_office(int handle) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return strstr(path, "/office.db") != NULL;
}

static int fails(int handle) {
    if (!is_office(handle)) return 0;
    seen++;
    if (left < 0) return 0;
    if (left > 1) { left--; return 0; }
    if (!for_ever) left = -1;
    errno = reason;
    return 1;
}

#define NEXT(name) __typeof__(&name) next = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

ssize_t write(int handle, const void *text, size_t size) {
    NEXT(write);
    return fails(handle) ? -1 : next(handle, text, size);
}
ssize_t pwrite(int handle, const void *text, size_t size, off_t place) {
    NEXT(pwrite);
    return fails(handle) ? -1 : next(handle, text, size, place);
}
ssize_t pwrite64(int handle, const void *text, size_t size, off64_t place) {
    NEXT(pwrite64);
    return fails(handle) ? -1 : next(handle, text, size, place);
}
int fsync(int handle) {
    NEXT(fsync);
    return fails(handle) ? -1 : next(handle);
}
int fdatasync(int handle) {
    NEXT(fdatasync);
    return fails(handle) ? -1 : next(handle);
}
int ftruncate64(int handle, off64_t size) {
    NEXT(ftruncate64);
    return fails(handle) ? -1 : next(handle, size);
}

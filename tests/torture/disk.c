/* A disk that is watched and can fail: loaded before libc (LD_PRELOAD), it stands between the program and its files.

   Every change below one folder (a created name, write, truncation, sync, rename, link, removal) is counted. One of them
   can be made to fail, and all can be written to a log in the order in which they happened, with what the program
   said on stdout and the locks it took in between. The program, Python and SQLite run unchanged. See shim.py for the form of the log. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define FILES 4096

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static char root[PATH_MAX];
static char watched[FILES];   /* by descriptor: a file or folder below the root */
static int log_fd = -1;
static long changes, failing; /* counted so far; the number of the one that fails, 0 for none */
static int failing_with, lasting, halved;
static long failed;

#define REAL(name) \
    static __typeof__(&name) real; \
    if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

/* --- what the tests say --- */

void disk_watch(const char *folder) { snprintf(root, sizeof root, "%s", folder); changes = failed = 0; }
void disk_fail(long number, int with, int for_ever, int half) {
    failing = number; failing_with = with; lasting = for_ever; halved = half; changes = failed = 0;
}
long disk_failed(void) { return failed; }
long disk_changes(void) { return changes; }
void disk_log(const char *path) { log_fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600); }

/* --- the log --- */

struct entry { uint64_t inode; int64_t offset; uint32_t first, second; uint8_t what; } __attribute__((packed));

static void put(const void *data, size_t size) {
    static ssize_t (*real)(int, const void *, size_t);
    if (!real) real = dlsym(RTLD_NEXT, "write");
    while (size) {
        ssize_t n = real(log_fd, data, size);
        if (n <= 0) return;
        data = (const char *)data + n; size -= n;
    }
}

static void note(char what, uint64_t inode, int64_t offset, const void *a, size_t na, const char *b) {
    if (log_fd < 0) return;
    struct entry e = {inode, offset, na, b ? strlen(b) : 0, what};
    put(&e, sizeof e); put(a, na); if (b) put(b, strlen(b));
}

void disk_mark(const char *text) { pthread_mutex_lock(&turn); note('x', 0, 0, text, strlen(text), 0); pthread_mutex_unlock(&turn); }

/* --- where things are --- */

static int whole(int at, const char *path, char *out) { /* absolute path; tells whether it is the root or below it */
    if (path[0] == '/') snprintf(out, PATH_MAX, "%s", path);
    else {
        char base[PATH_MAX], link[64]; ssize_t n;
        if (at == AT_FDCWD) { if (!getcwd(base, sizeof base)) return 0; }
        else {
            snprintf(link, sizeof link, "/proc/self/fd/%d", at);
            if ((n = readlink(link, base, sizeof base - 1)) < 0) return 0;
            base[n] = 0;
        }
        if (snprintf(out, PATH_MAX, "%s/%s", base, path) >= PATH_MAX) return 0;
    }
    size_t n = strlen(root);
    return n && !strncmp(out, root, n) && (out[n] == '/' || !out[n]);
}

static uint64_t inode_of(int fd) { struct stat s; return fstat(fd, &s) ? 0 : s.st_ino; }
static int is_watched(int fd) { return fd >= 0 && fd < FILES && watched[fd]; }

/* Count a change; 1 when it is to fail, with errno set. */
static int fails(void) {
    changes++;
    if (!failing || !(changes == failing || (lasting && changes > failing))) return 0;
    failed++; errno = failing_with;
    return 1;
}

/* --- files --- */

static int opened(int (*real)(int, const char *, int, ...), int at, const char *path, int flags, mode_t mode) {
    char name[PATH_MAX];
    int own = errno;
    if (!whole(at, path, name)) {
        int fd = real(at, path, flags, mode);
        if (fd >= 0 && fd < FILES) watched[fd] = 0;
        return fd;
    }
    errno = own;
    pthread_mutex_lock(&turn);
    struct stat s;
    int there = !fstatat(at, path, &s, 0), fd = -1;
    int new = (flags & O_CREAT) && !there, emptied = there && (flags & O_TRUNC) && s.st_size;
    if (!(new || emptied) || !fails()) {
        fd = real(at, path, flags, mode);
        if (fd >= 0 && fd < FILES) {
            watched[fd] = 1;
            if (new) note('c', inode_of(fd), 0, name, strlen(name), 0);
            else if (emptied) note('t', inode_of(fd), 0, 0, 0, 0);
        }
    }
    pthread_mutex_unlock(&turn);
    return fd;
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        va_list more; va_start(more, flags); mode_t mode = va_arg(more, int); va_end(more); \
        REAL(openat); return opened(real, AT_FDCWD, path, flags, mode); }
#define OPENAT(name) \
    int name(int at, const char *path, int flags, ...) { \
        va_list more; va_start(more, flags); mode_t mode = va_arg(more, int); va_end(more); \
        REAL(openat); return opened(real, at, path, flags, mode); }
#undef open
#undef openat
#undef open64
#undef openat64
OPEN(open)
OPEN(open64)
int openat(int at, const char *path, int flags, ...) {
    va_list more; va_start(more, flags); mode_t mode = va_arg(more, int); va_end(more);
    static int (*real)(int, const char *, int, ...);
    if (!real) real = dlsym(RTLD_NEXT, "openat");
    return opened(real, at, path, flags, mode);
}
OPENAT(openat64)

int close(int fd) {
    REAL(close);
    if (fd >= 0 && fd < FILES) watched[fd] = 0;
    return real(fd);
}

static ssize_t (*real_pwrite)(int, const void *, size_t, off64_t);

static ssize_t written(int fd, const void *data, size_t size, off64_t at) {
    if (!real_pwrite) real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
    ssize_t n = -1;
    if (!fails()) {
        n = real_pwrite(fd, data, size, at);
    } else if (halved && size > 1 && failed == 1) { /* half of it fits; what comes after that does not */
        n = real_pwrite(fd, data, size / 2, at);
        lasting = 1;
    }
    if (n > 0) note('w', inode_of(fd), at, data, n, 0);
    return n;
}

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) {
    if (!real_pwrite) real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
    if (!is_watched(fd)) return real_pwrite(fd, data, size, at);
    pthread_mutex_lock(&turn);
    ssize_t n = written(fd, data, size, at);
    pthread_mutex_unlock(&turn);
    return n;
}
ssize_t pwrite(int fd, const void *data, size_t size, off_t at) { return pwrite64(fd, data, size, at); }

ssize_t write(int fd, const void *data, size_t size) {
    REAL(write);
    if (!is_watched(fd)) {
        ssize_t n = real(fd, data, size);
        if (fd == STDOUT_FILENO && log_fd >= 0 && n > 0) {
            pthread_mutex_lock(&turn); note('o', 0, 0, data, n, 0); pthread_mutex_unlock(&turn);
        }
        return n;
    }
    pthread_mutex_lock(&turn);
    int appends = fcntl(fd, F_GETFL) & O_APPEND;
    off64_t at = lseek64(fd, 0, appends ? SEEK_END : SEEK_CUR);
    ssize_t n = written(fd, data, size, at);
    if (n > 0) lseek64(fd, at + n, SEEK_SET);
    pthread_mutex_unlock(&turn);
    return n;
}

int ftruncate64(int fd, off64_t size) {
    REAL(ftruncate64);
    if (!is_watched(fd)) return real(fd, size);
    pthread_mutex_lock(&turn);
    int told = fails() ? -1 : real(fd, size);
    if (!told) note('t', inode_of(fd), size, 0, 0, 0);
    pthread_mutex_unlock(&turn);
    return told;
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

static int synced(int (*real)(int), int fd) {
    if (!is_watched(fd)) return real(fd);
    pthread_mutex_lock(&turn);
    int told = fails() ? -1 : 0; /* what a cut takes is worked out from the log, so nothing waits for the real disk */
    struct stat s;
    if (!told && !fstat(fd, &s)) {
        char link[64], name[PATH_MAX];
        snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
        ssize_t n = readlink(link, name, sizeof name);
        if (n >= 0) note(S_ISDIR(s.st_mode) ? 'd' : 's', s.st_ino, 0, name, n, 0);
    }
    pthread_mutex_unlock(&turn);
    return told;
}
int fsync(int fd) { REAL(fsync); return synced(real, fd); }
int fdatasync(int fd) { REAL(fdatasync); return synced(real, fd); }

int flock(int fd, int how) {
    REAL(flock);
    int told = real(fd, how);
    if (!told && is_watched(fd)) {
        pthread_mutex_lock(&turn); note((how & LOCK_UN) ? 'f' : 'k', inode_of(fd), 0, 0, 0, 0); pthread_mutex_unlock(&turn);
    }
    return told;
}

/* Copying inside the kernel would go past the log; callers fall back to reading and writing. */
ssize_t sendfile64(int out, int in, off64_t *at, size_t size) {
    static ssize_t (*real)(int, int, off64_t *, size_t);
    if (!real) real = dlsym(RTLD_NEXT, "sendfile64");
    if (is_watched(out)) { errno = EINVAL; return -1; }
    return real(out, in, at, size);
}
ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t size, unsigned flags) {
    REAL(copy_file_range);
    if (is_watched(out)) { errno = EINVAL; return -1; }
    return real(in, from, out, to, size, flags);
}

/* --- names --- */

/* What cannot be done anyway (a removal of nothing, a folder that is there) is no change that could fail. */

#define CHANGE_NAME(what, at, path, call) do { \
    char name[PATH_MAX]; struct stat s; \
    if (!whole(at, path, name) || (fstatat(at, path, &s, AT_SYMLINK_NOFOLLOW) == 0) == ((what) == 'm')) return call; \
    pthread_mutex_lock(&turn); \
    int told = fails() ? -1 : call; \
    if (!told) note(what, 0, 0, name, strlen(name), 0); \
    pthread_mutex_unlock(&turn); \
    return told; } while (0)
#define CHANGE_NAMES(what, from_at, from, to_at, to, call) do { \
    char old[PATH_MAX], name[PATH_MAX]; \
    int in = whole(from_at, from, old); \
    if (!(whole(to_at, to, name) || in)) return call; \
    pthread_mutex_lock(&turn); \
    int told = fails() ? -1 : call; \
    if (!told) note(what, 0, 0, old, strlen(old), name); \
    pthread_mutex_unlock(&turn); \
    return told; } while (0)

int unlink(const char *path) { REAL(unlink); CHANGE_NAME('u', AT_FDCWD, path, real(path)); }
int unlinkat(int at, const char *path, int flags) { REAL(unlinkat); CHANGE_NAME('u', at, path, real(at, path, flags)); }
int rmdir(const char *path) { REAL(rmdir); CHANGE_NAME('u', AT_FDCWD, path, real(path)); }
int mkdir(const char *path, mode_t mode) { REAL(mkdir); CHANGE_NAME('m', AT_FDCWD, path, real(path, mode)); }
int mkdirat(int at, const char *path, mode_t mode) { REAL(mkdirat); CHANGE_NAME('m', at, path, real(at, path, mode)); }
int rename(const char *from, const char *to) { REAL(rename); CHANGE_NAMES('r', AT_FDCWD, from, AT_FDCWD, to, real(from, to)); }
int renameat(int a, const char *from, int b, const char *to) { REAL(renameat); CHANGE_NAMES('r', a, from, b, to, real(a, from, b, to)); }
int link(const char *from, const char *to) { REAL(link); CHANGE_NAMES('l', AT_FDCWD, from, AT_FDCWD, to, real(from, to)); }
int linkat(int a, const char *from, int b, const char *to, int flags) { REAL(linkat); CHANGE_NAMES('l', a, from, b, to, real(a, from, b, to, flags)); }

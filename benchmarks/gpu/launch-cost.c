// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What LaunchCost.java measures, through the driver's C functions: the median microseconds that it takes to enqueue a kernel that
// does nothing. Usage: launch-cost FILE.ptx
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { BATCHES = 400, BATCH = 500, WARM_UP = 200 };

typedef struct {
  unsigned grid[3], block[3], shared;
  void *stream, *attributes;
  unsigned count;
} Config;

static void *driver;
static int (*enqueue)(const Config *, void *, void **, void **);
static int (*synchronize)(void *);

static void *find(const char *name) {
  void *function = dlsym(driver, name);
  if (!function) {
    fprintf(stderr, "no %s\n", name);
    exit(1);
  }
  return function;
}

static void check(int status, const char *what) {
  if (status) {
    fprintf(stderr, "%s: %d\n", what, status);
    exit(1);
  }
}

static double batch(const Config *config, void *kernel, void **arguments) {
  struct timespec begin, end;
  clock_gettime(CLOCK_MONOTONIC, &begin);
  for (int i = 0; i < BATCH; i++) check(enqueue(config, kernel, arguments, NULL), "launch");
  clock_gettime(CLOCK_MONOTONIC, &end);
  check(synchronize(config->stream), "synchronize");
  return ((end.tv_sec - begin.tv_sec) * 1e6 + (end.tv_nsec - begin.tv_nsec) / 1e3) / BATCH;
}

static int compare(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

int main(int argc, char **argv) {
  static char ptx[1 << 16];
  FILE *file = argc == 2 ? fopen(argv[1], "r") : NULL;
  driver = dlopen("libcuda.so.1", RTLD_NOW);
  if (!file || !driver || !fread(ptx, 1, sizeof ptx - 1, file)) return fprintf(stderr, "needs a file of PTX, and a driver\n"), 1;
  int device;
  void *context, *module, *kernel, *stream;
  unsigned long long buffer;
  check(((int (*)(unsigned))find("cuInit"))(0), "init");
  check(((int (*)(int *, int))find("cuDeviceGet"))(&device, 0), "device");
  check(((int (*)(void **, int))find("cuDevicePrimaryCtxRetain"))(&context, device), "context");
  check(((int (*)(void *))find("cuCtxSetCurrent"))(context), "context");
  check(((int (*)(void **, const void *))find("cuModuleLoadData"))(&module, ptx), "module");
  check(((int (*)(void **, void *, const char *))find("cuModuleGetFunction"))(&kernel, module, "nothing"), "kernel");
  check(((int (*)(void **, unsigned))find("cuStreamCreate"))(&stream, 1), "stream");
  check(((int (*)(unsigned long long *, size_t))find("cuMemAlloc_v2"))(&buffer, 1024), "memory");
  enqueue = (int (*)(const Config *, void *, void **, void **))find("cuLaunchKernelEx");
  synchronize = (int (*)(void *))find("cuStreamSynchronize");
  int number = 0;
  void *arguments[] = {&buffer, &number};
  Config config = {{132, 1, 1}, {128, 1, 1}, 0, stream, NULL, 0};
  double spent[BATCHES];
  for (int i = 0; i < WARM_UP; i++) batch(&config, kernel, arguments);
  for (int i = 0; i < BATCHES; i++) spent[i] = batch(&config, kernel, arguments);
  qsort(spent, BATCHES, sizeof *spent, compare);
  printf("c %.3f us\n", spent[BATCHES / 2]);
  return 0;
}

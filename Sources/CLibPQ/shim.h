#pragma once
#include <libpq-fe.h>

/* glibc hides this declaration unless _GNU_SOURCE is defined. Without it a descriptor could leak
   into a program that another thread is starting. */
int pipe2(int ends[2], int flags);

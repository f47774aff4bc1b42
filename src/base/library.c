/* SPDX-License-Identifier: MIT */
#include "base/library.h"

#include <dlfcn.h>
#include <string.h>

bool bp_library_load(const struct bp_library *library, void *functions, struct bp_report *report)
{
    char *place = functions;
    void *handle = dlopen(library->file, RTLD_LAZY | RTLD_LOCAL);
    for (const char *const *name = library->names; handle && *name; name++) {
        void *function = dlsym(handle, *name);
        if (!function)
            handle = NULL;
        memcpy(place, &function, sizeof function);
        place += sizeof function;
    }
    if (!handle)
        bp_report_system(report, NULL, "no-library",
                         "this needs the library %s, which is missing or too old here; install "
                         "the package %s",
                         library->file, library->package);
    return handle != NULL;
}

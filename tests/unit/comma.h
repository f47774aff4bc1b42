/* SPDX-License-Identifier: MIT */
/* A locale that writes 1,5: made for the test, since not every system has one. */
#ifndef TESTS_UNIT_COMMA_H
#define TESTS_UNIT_COMMA_H

#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

/* Sets it. False when it can't be made. */
static inline bool comma_locale_set(void)
{
    char folder[] = "/tmp/bp-locale-XXXXXX", command[200], number[8];
    bool set;

    if (!mkdtemp(folder))
        return false;
    snprintf(command, sizeof command, "localedef -i de_DE -f UTF-8 %s/de_DE.UTF-8", folder);
    set = system(command) == 0 && setenv("LOCPATH", folder, 1) == 0 &&
          setlocale(LC_ALL, "de_DE.UTF-8");
    snprintf(command, sizeof command, "rm -r %s", folder);
    set = system(command) == 0 && set;
    snprintf(number, sizeof number, "%.1f", 1.5);
    return set && number[1] == ',';
}

#endif

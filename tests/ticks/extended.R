#!/usr/bin/env Rscript
# SPDX-License-Identifier: MIT
# Writes extended.txt, which tests/unit/test_ticks.c compares with chart/ticks.c: what the authors'
# own code makes of 640 ranges. Debian: r-base-core, r-cran-labeling. Run it in this folder:
#   Rscript extended.R >extended.txt
# A line is: least, most, ticks wanted, 1 when the ticks must enclose the range, then the ticks.
line <- function(least, most, wanted, loose) {
    ticks <- labeling::extended(least, most, wanted, only.loose = loose)
    cat(sprintf("%.17g", c(least, most, wanted, loose, ticks)), "\n", sep = " ")
}

set.seed(2010)
cat("# R", paste(R.version$major, R.version$minor, sep = "."), "labeling",
    as.character(packageVersion("labeling")), "\n")
known <- list(c(8.1, 14.1), c(0, 1), c(0, 100), c(0, 99.5), c(0, 101), c(-1, 1), c(-100, 250),
              c(12.4, 87.9), c(0.001, 0.0017), c(1000, 1001), c(-7, -2), c(0, 31), c(0, 1e6),
              c(999999, 1000001), c(5, 5), c(0, 0), c(20, 3), c(1e-9, 3e-9), c(-0.3, 0.4), c(2010, 2022))
for (range in known) for (wanted in c(3, 5, 7)) for (loose in c(FALSE, TRUE))
    if (range[1] != range[2] || !loose) line(range[1], range[2], wanted, loose)
for (i in 1:526) {
    size <- 10^runif(1, -4, 8)
    ends <- signif(switch(sample(4, 1), c(0, size), c(-runif(1), 1) * size,
                          size * (1 + 10^runif(1, -2, 1) * c(0, 1)), runif(2, -1, 1) * size),
                   sample(3:8, 1))
    if (ends[1] != ends[2]) line(min(ends), max(ends), sample(2:10, 1), i %% 2 == 0)
}

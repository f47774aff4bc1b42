#!/bin/bash
# SPDX-License-Identifier: MIT
# .ci/setup installs what is missing, once, says what it can't install, and is silent otherwise; a
# second make has nothing to do.
. "$(dirname "$0")/lib/check.sh"
mkdir -p "$scratch/ci" "$scratch/bin"
cp .ci/setup .ci/packages "$scratch/ci"
printf 'planted no-such-package-1 x\nplanted no-such-package-2 x\nplanted libc6-dev x\n' >>"$scratch/ci/packages"

# NAME BODY: a command that takes the place of the system's.
stand_in() {
    printf '#!/bin/sh\n%s\n' "$2" >"$scratch/bin/$1"
    chmod +x "$scratch/bin/$1"
}

setup() {
    PATH=$scratch/bin:$PATH "$scratch/ci/setup" "$@" </dev/null >"$scratch/said" 2>&1
    echo "status $?" >>"$scratch/said"
}

started=$(date +%s%N)
setup build test
took=$((($(date +%s%N) - started) / 1000000))
check "silent when nothing is missing" grep -qx "status 0" "$scratch/said"
check "and nothing else is said" [ "$(wc -l <"$scratch/said")" -eq 1 ]
check "in less than a second ($took ms)" [ "$took" -lt 1000 ]

stand_in id 'echo 1000'
stand_in sudo 'exit 1'
stand_in apt-get 'echo "apt-get $*" >>"$0.log"'
setup planted
check "without the right to install it ends with 1" grep -qx "status 1" "$scratch/said"
check "and gives the one line to run" grep -qx 'apt-get update && apt-get install -y --no-install-recommends no-such-package-1 no-such-package-2' "$scratch/said"
check "and has run nothing" [ ! -e "$scratch/bin/apt-get.log" ]

stand_in sudo '[ "$1" != -n ] || shift; exec "$@"'
setup planted
check "with sudo it installs" grep -qx "status 0" "$scratch/said"
check "what is missing, and does not update when it needs not" [ "$(grep -c 'install.* no-such-package-1 no-such-package-2$' "$scratch/bin/apt-get.log") $(wc -l <"$scratch/bin/apt-get.log")" = "1 1" ]

stand_in apt-get 'echo "apt-get $*" >>"$0.log"; [ "$1" = update ] || { echo planted; exit 100; }'
rm "$scratch/bin/apt-get.log"
setup planted
check "when apt-get fails it updates, tries again and ends with 1" grep -qx "status 1" "$scratch/said"
check "in this order" [ "$(awk '{ print $2 }' "$scratch/bin/apt-get.log" | paste -s -d ' ')" = "install update install" ]
check "and shows what apt-get said" grep -qx planted "$scratch/said"

check "a second make has nothing to do" make -q BUILD="$BUILD" SAN= all
finish

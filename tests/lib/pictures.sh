#!/bin/bash
# SPDX-License-Identifier: MIT
# Makes the pictures of charts that the documents show, from the gallery of layouts/new/charts:
# layouts/charts.png, some of them side by side, and layouts/gallery/page-NN.png, its pages.
set -e
cd "$(dirname "$0")/../.."
command=${BOARDPACK:-build/boardpack}
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
cp layouts/new/charts/* "$here"

# NAME WIDTH HEIGHT COLUMNS TITLE…: a page in points with the charts whose titles begin so.
page() {
    local name=$1 width=$2 height=$3 columns=$4
    shift 4
    cat >"$here/$name-look.yaml" <<EOT
layout:
  extends: report
page:
  size: [$width, $height]
  columns: $columns
  gutter: 30
  top: 20
  bottom: 40
  inner: 24
  outer: 24
header:
  rest: {}
footer:
  every: {}
styles:
  chart:
    space-before: 0
    space-after: 1 line
    keep-together: yes
body:
  - remove: [organisation, title, title-rule, details, details-rule, chart-data]
EOT
    /usr/bin/python3 - "$here/charts.yaml" "$@" >"$here/$name.yaml" <<'EOT'
import sys, yaml
whole = yaml.load(open(sys.argv[1]), yaml.BaseLoader)
whole["report"].pop("subtitle")
whole["report"].pop("summary")
whole["report"].pop("edition")
whole.pop("closing")
charts = [part for part in whole["body"] if "chart" in part]
whole["body"] = [next(part for part in charts if part["chart"]["title"].startswith(title)) for title in sys.argv[2:]]
yaml.dump(whole, sys.stdout, allow_unicode=True, sort_keys=False, width=1000)
EOT
    "$command" render "$here/$name.yaml" --layout "$here/$name-look.yaml" -o "$here/$name.pdf"
}

# Its height is that of the charts; the footer below them is cut off.
page sheet 1140 650 3 Planning Every Tenants 'The Council' 'A third' Temporary Moving
pdftoppm -r 101 -f 1 -l 1 -x 0 -y 0 -W 1600 -H 850 -png -singlefile "$here/sheet.pdf" layouts/charts

# The pages of the gallery, as they come out of the box.
"$command" render "$here/charts.yaml" -o "$here/charts.pdf"
rm -f layouts/gallery/*.png
pdftoppm -r 60 -png "$here/charts.pdf" layouts/gallery/page

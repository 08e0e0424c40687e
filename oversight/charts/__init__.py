"""Charts as plain geometry: values go in, places on a sheet come out; templates draw them as SVG. Pure, no Django."""

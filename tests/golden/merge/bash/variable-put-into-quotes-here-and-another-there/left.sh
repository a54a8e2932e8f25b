#!/bin/sh
rm -f "$file"

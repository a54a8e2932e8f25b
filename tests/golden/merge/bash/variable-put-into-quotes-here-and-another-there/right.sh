#!/bin/sh
rm -f $files

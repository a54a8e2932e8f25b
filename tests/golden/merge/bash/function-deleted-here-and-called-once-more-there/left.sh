#!/bin/bash
echo start
make all
echo done

#!/bin/bash
cp -r $src $dst

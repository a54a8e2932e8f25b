#!/bin/bash
cp $src $dst

<?php

run(['--name', $name]);

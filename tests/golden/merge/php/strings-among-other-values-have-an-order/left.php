<?php

run(['--name', $name, '--quiet']);

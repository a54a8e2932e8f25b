<?php

run(['--name', $name, '--force']);

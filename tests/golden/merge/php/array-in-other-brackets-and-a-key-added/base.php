<?php
return array(
    'name' => 'app',
    'debug' => false,
);

<?php

return [
    'name' => 'app',
    'locale' => 'en',
    'timezone' => 'UTC',
];

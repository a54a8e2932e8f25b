<?php

return [
    'name' => 'app',
    'locale' => 'de',
    'timezone' => 'UTC',
    'fallback_locale' => 'en',
];

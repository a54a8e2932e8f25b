<?php

return [
    'name' => 'app',
    'locale' => 'de',
    'fallback_locale' => 'en',
];

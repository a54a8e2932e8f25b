<?php
use App\Models\User;

class A {
    public function show($x) {
        return User::find($x)->group;
    }

    public function other($x) {
        return User::find($x);
    }

    public function last($x) {
        return $x;
    }
}

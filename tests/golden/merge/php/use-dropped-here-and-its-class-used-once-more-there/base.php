<?php
use App\Models\User;
use App\Models\Group;

class A {
    public function show($x) {
        return Group::find($x);
    }

    public function other($x) {
        return User::find($x);
    }

    public function last($x) {
        return $x;
    }
}

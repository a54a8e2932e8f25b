<?php
use App\Models\User;

class A {
    public function show($x) {
<<<<<<< left
        return User::find($x)->group;
    }

    public function other($x) {
        return User::find($x);
    }

    public function last($x) {
        return $x;
=======
        return Group::find($x);
    }

    public function other($x) {
        return User::find($x);
    }

    public function last($x) {
        return Group::find($x);
>>>>>>> right
    }
}

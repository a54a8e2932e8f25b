module shapes
  use iso_fortran_env, only: real64
  implicit none
  real, parameter :: pi = 3.14
contains
  ! The area.
  function area(r) result(a)
    real, intent(in) :: r
    real :: a
    a = pi * r ** 2
  end function area

  subroutine show(r)
    real, intent(in) :: r
    print *, area(r)
  end subroutine show

  subroutine reset(r)
    real, intent(out) :: r
    r = 0
  end subroutine reset
end module shapes

module shapes
  use iso_fortran_env, only: real64
  implicit none
  real, parameter :: pi = 3.14
contains
  subroutine show(r)
    real, intent(in) :: r
    print *, area(r)
  end subroutine show

  ! The area.
  function area(r) result(a)
    real, intent(in) :: r
    real :: a
    a = pi * r * r
  end function area
end module shapes

module shop
  use iso_fortran_env, only: real64
  implicit none
  private
  public :: total, add, clear, size

  type :: cart
    integer :: count
    real(real64) :: sum
  end type cart

contains

  subroutine add(c, price)
    type(cart), intent(inout) :: c
    real(real64), intent(in) :: price
    c%count = c%count + 1
    c%sum = c%sum + price
  end subroutine add

  function total(c) result(t)
    type(cart), intent(in) :: c
    real(real64) :: t
    t = c%sum
  end function total

end module shop

`include "defs.svh"

module counter #(
  parameter int WIDTH = 8
) (
  input  logic clk,
  input  logic rst_n,
  output logic [WIDTH-1:0] count
);
  import pkg::*;

  logic [7:0] next;
  typedef enum logic [1:0] { IDLE, RUN } state_t;
  state_t state;

  assign next = count + 1;

  always_ff @(posedge clk or negedge rst_n) begin
    if (!rst_n) begin
      count <= '0;
    end else begin
      count <= next;
    end
  end

  always_comb begin
    case (state)
      IDLE: busy = 0;
      RUN: busy = 1;
      default: busy = 0;
    endcase
  end

  sub #(
    .W(8)
  ) u_sub (
    .clk(clk),
    .a(next),
    .b(count),
    .c(state)
  );

  function automatic int add(input int a, input int b);
    return a + b;
  endfunction
endmodule

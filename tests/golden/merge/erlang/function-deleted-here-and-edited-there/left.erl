-module(store).
-export([new/0, add/2]).

-include("store.hrl").

-record(state, {items = [], limit = 10}).

-define(TIMEOUT, 5000).

%% Makes one.
-spec new() -> #state{}.
new() ->
    #state{}.

size(#state{items = Items}) ->
    length(Items).

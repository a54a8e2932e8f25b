-module(store).
-export([new/0, add/2]).

-include("store.hrl").

-record(state, {items = [], limit = 10}).

-define(TIMEOUT, 5000).

%% Makes one.
-spec new() -> #state{}.
new() ->
    #state{}.

add(_Item, #state{limit = 0}) ->
    {error, is_full};
add(Item, State) ->
    Items = [Item | State#state.items],
    State#state{items = Items}.

size(#state{items = Items}) ->
    length(Items).

module Main exposing (main, update, view)

import Html exposing (Html, div, text)


type alias Model =
    { name : String
    , age : Int
    }


type Msg
    = Reset
    | Rename String


{-| Shows it. -}
view : Model -> Html Msg
view model =
    div [] [ text model.name ]


update : Msg -> Model -> Model
update msg model =
    case msg of
        Reset ->
            { model | age = 0 }

        Rename name ->
            { model | name = name }

import React from "react";

export const App = () => <p>{1}</p>;
